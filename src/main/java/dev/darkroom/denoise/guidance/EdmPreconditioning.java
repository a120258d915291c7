package dev.darkroom.denoise.guidance;

import dev.darkroom.denoise.NoiseLevel;

/**
 * Networks trained as Karras et al. 2022, table 1, last column, <a href="https://arxiv.org/abs/2206.00364">arXiv:2206.00364</a>.
 *
 * @param sigmaData standard deviation of the training data
 * @param negated whether the network's sign is that of a velocity
 */
public record EdmPreconditioning(double sigmaData, boolean negated) implements Preconditioning {

    @Override
    public Factors at(NoiseLevel level) {
        double sigma = level.sigma() / level.alpha();
        double norm = Math.hypot(sigma, sigmaData);
        double out = sigma * sigmaData / norm;
        return new Factors(
                1 / norm / level.alpha(), sigmaData * sigmaData / (norm * norm) / level.alpha(), negated ? -out : out);
    }
}
