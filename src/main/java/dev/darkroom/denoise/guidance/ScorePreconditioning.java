package dev.darkroom.denoise.guidance;

import dev.darkroom.denoise.NoiseLevel;

/**
 * Networks of score-based models, which see the latent as it is: by Tweedie's formula
 * {@code D = (x + sigma^2 * score) / alpha}. Song et al. 2021, <a href="https://arxiv.org/abs/2011.13456">arXiv:2011.13456</a>.
 *
 * @param predictsNoise whether the output is the noise, {@code -sigma * score}, as networks of the VP and sub-VP SDE
 *     have it; else it is the score
 */
public record ScorePreconditioning(boolean predictsNoise) implements Preconditioning {

    @Override
    public Factors at(NoiseLevel level) {
        double sigma = level.sigma();
        double out = predictsNoise ? -sigma : sigma * sigma;
        return new Factors(1, 1 / level.alpha(), out / level.alpha());
    }

    /** Networks of the VE SDE are told sigma: appendix C.2 of the paper, and {@code ScoreSdeVePipeline} of diffusers. */
    @Override
    public double told(NoiseLevel level) {
        return predictsNoise ? level.timestep() : level.sigma();
    }
}
