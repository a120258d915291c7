package dev.darkroom.denoise.sde;

import dev.darkroom.denoise.NoiseLevel;

/**
 * Noise that grows geometrically while the signal stays, the limit of NCSN: Song et al. 2021, equation 30.
 *
 * @param sigmaMin deviation at time 0
 * @param sigmaMax deviation at time 1
 */
public record VarianceExplodingSde(double sigmaMin, double sigmaMax) implements Sde {

    public VarianceExplodingSde {
        if (!(sigmaMin > 0 && sigmaMax > sigmaMin)) {
            throw new IllegalArgumentException(
                    "sigma_min must be above 0 and sigma_max above that, not " + sigmaMin + " and " + sigmaMax);
        }
    }

    @Override
    public NoiseLevel level(double time) {
        return new NoiseLevel(time, 1, sigma(time));
    }

    @Override
    public double drift(double time) {
        return 0;
    }

    @Override
    public double squaredDiffusion(double time) {
        double sigma = sigma(time);
        return 2 * sigma * sigma * logRange();
    }

    @Override
    public double time(double ratio) {
        return Math.log(ratio / sigmaMin) / logRange();
    }

    double sigma(double time) {
        return sigmaMin * Math.pow(sigmaMax / sigmaMin, time);
    }

    private double logRange() {
        return Math.log(sigmaMax / sigmaMin);
    }
}
