package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;

/**
 * One step of SEEDS in the variance-exploding frame, seen from its beginning: positions are shares of the step in lambda.
 * The noise of a step is one Ornstein-Uhlenbeck process, so that a later stage holds what is left of an earlier one's.
 */
final class SeedsStep {

    private final float[] x;
    private final NoiseLevel from;
    private final double h;
    private final double eta;
    private final double noiseScale;
    private float[] process = {};
    private double reached;

    SeedsStep(float[] x, NoiseLevel from, NoiseLevel to, double eta, double noiseScale) {
        this.x = x;
        this.from = from;
        this.h = to.lambda() - from.lambda();
        this.eta = eta;
        this.noiseScale = noiseScale;
    }

    double sigma(double share) {
        return from.sigma() * Math.exp(-share * h);
    }

    /** The integral of the exponential up to a share of the step: the weight of a constant output. */
    double phi1(double share) {
        return -Math.expm1(-share * h * (1 + eta));
    }

    /** The weight of an output that grows from 0 to 1 on the way there. */
    double phi2(double share) {
        double g = share * h * (1 + eta);
        return 1 + Math.expm1(-g) / g;
    }

    float[] drift(double share, double weight, float[] output) {
        return combine(kept(share), x, weight, output);
    }

    float[] drift(double share, double first, float[] output, double second, float[] later) {
        return combine(kept(share), x, first, output, second, later);
    }

    /** Adds the noise that has gathered up to there; shares must grow from call to call. */
    float[] noisy(float[] drifted, double share, Noise noise) {
        if (eta == 0) {
            return drifted;
        }
        double damping = (share - reached) * h * eta;
        double spread = Math.sqrt(-Math.expm1(-2 * damping));
        float[] draw = noise.next();
        process = process.length == 0 ? combine(spread, draw) : combine(Math.exp(-damping), process, spread, draw);
        reached = share;
        return combine(1, drifted, sigma(share) * noiseScale, process);
    }

    private double kept(double share) {
        return Math.exp(-share * h * (1 + eta));
    }
}
