package dev.darkroom.denoise.guidance;

import dev.darkroom.denoise.NoiseLevel;

/**
 * Consistency models: the factors are such that the smallest level is returned unchanged. Song et al. 2023, appendix C,
 * <a href="https://arxiv.org/abs/2303.01469">arXiv:2303.01469</a>.
 *
 * @param sigmaData standard deviation of the training data
 * @param sigmaMin smallest sigma of the model
 */
public record ConsistencyPreconditioning(double sigmaData, double sigmaMin) implements Preconditioning {

    @Override
    public Factors at(NoiseLevel level) {
        double sigma = level.sigma() / level.alpha();
        double above = sigma - sigmaMin;
        double norm = Math.hypot(sigma, sigmaData);
        double skip = sigmaData * sigmaData / (above * above + sigmaData * sigmaData);
        return new Factors(1 / norm / level.alpha(), skip / level.alpha(), above * sigmaData / norm);
    }
}
