package dev.darkroom.denoise.likelihood;

import java.util.Arrays;

/**
 * The log-likelihood of one latent, in nats.
 *
 * @param prior log density of the latent at the noisy end
 * @param integrals of the divergence along the flow, one for each estimate of the trace
 * @param latent where the flow ended, the code of the latent that it started from
 */
@SuppressWarnings("ArrayRecordComponent")
public record Likelihood(double prior, double[] integrals, double[] latent) {

    /** The mean over the estimates. */
    public double nats() {
        return prior + Arrays.stream(integrals).average().orElseThrow();
    }

    /** Negative log-likelihood of one value, in bits. */
    public double bitsPerDimension() {
        return -nats() / (latent.length * Math.log(2));
    }

    /**
     * Standard error of {@link #bitsPerDimension} over the probes; not a number for a single estimate. The solver's error
     * and that of differences come on top.
     */
    public double standardError() {
        int count = integrals.length;
        double mean = Arrays.stream(integrals).average().orElseThrow();
        double squares =
                Arrays.stream(integrals).map(v -> (v - mean) * (v - mean)).sum();
        double deviation = count == 1 ? Double.NaN : Math.sqrt(squares / (count - 1) / count);
        return deviation / (latent.length * Math.log(2));
    }
}
