package dev.darkroom.denoise.sde;

import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Schedule.Step;

/**
 * How the reverse of an SDE is cut into steps. The timesteps of the levels are times of the SDE; a step ends at its
 * {@code to}, which may lie before time 0.
 */
@FunctionalInterface
public interface Discretization {

    /** The step from {@code step.from()}, where the score is known, to {@code step.to()}. */
    ReverseIncrement at(Step step);

    /**
     * Euler and Maruyama's: drift and diffusion as they are at the beginning of the step. Song et al. 2021, appendix E
     * with equation 6, <a href="https://arxiv.org/abs/2011.13456">arXiv:2011.13456</a>.
     */
    static Discretization eulerMaruyama(Sde sde) {
        return step -> {
            double time = step.from().timestep();
            double length = time - step.to().timestep();
            double drift = sde.drift(time) * length;
            return new ReverseIncrement(drift, sde.squaredDiffusion(time) * length, 1 + 2 * drift);
        };
    }

    /**
     * Reverse diffusion of DDPM's Markov chain, whose variance is {@code beta(t) dt}, at most 0.999: Song et al. 2021,
     * equation 46 with the discretization of appendix B.
     */
    static Discretization markovChain(LinearBeta beta) {
        return step -> {
            double time = step.from().timestep();
            double variance = Math.min(0.999, beta.at(time) * (time - step.to().timestep()));
            return new ReverseIncrement(Math.sqrt(1 - variance) - 1, variance, 1 - variance);
        };
    }

    /**
     * Reverse diffusion of NCSN's chain of levels, which are geometric from time 1 to 0 while the times of the steps end
     * at {@code smallest}: Song et al. 2021, equation 47.
     */
    static Discretization levelChain(VarianceExplodingSde sde, double smallest) {
        return step -> {
            double from = sde.sigma(stretched(step.from().timestep(), smallest));
            double to = step.to().clean() ? 0 : sde.sigma(stretched(step.to().timestep(), smallest));
            return new ReverseIncrement(0, from * from - to * to, 1);
        };
    }

    private static double stretched(double time, double smallest) {
        return (time - smallest) / (1 - smallest);
    }

    /**
     * Reverse diffusion of the exact transition between two levels, in any frame: Song et al. 2021, equation 46. Needs no
     * SDE, so it serves every schedule.
     */
    static Discretization transition() {
        return step -> {
            NoiseLevel from = step.from();
            NoiseLevel to = step.to();
            double share = from.alpha() / to.alpha();
            double variance = from.sigma() * from.sigma() - share * share * to.sigma() * to.sigma();
            return new ReverseIncrement(share - 1, variance, share * share);
        };
    }

    /**
     * Euler and Maruyama's for a model that knows its levels only, on the clock in which {@code beta} is 1 (where
     * signal decays) or the variance grows by 1 (where it stays): an SDE is the same on every clock.
     */
    static Discretization eulerMaruyamaOfLevels() {
        return step -> {
            NoiseLevel from = step.from();
            NoiseLevel to = step.to();
            double decay = Math.log(from.alpha() / to.alpha());
            double variance = decay == 0 ? from.sigma() * from.sigma() - to.sigma() * to.sigma() : -2 * decay;
            return new ReverseIncrement(decay, variance, 1 + 2 * decay);
        };
    }
}
