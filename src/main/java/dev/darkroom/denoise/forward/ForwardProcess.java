package dev.darkroom.denoise.forward;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.schedule.TrainingTable;

/**
 * Diffusion of a clean latent to any timestep at once: Ho et al. 2020, equation 4,
 * <a href="https://arxiv.org/abs/2006.11239">arXiv:2006.11239</a>.
 *
 * @param table the variances
 */
public record ForwardProcess(TrainingTable table) {

    /** The variance-preserving level of a timestep; -1 is the clean latent. */
    public NoiseLevel level(int timestep) {
        double alphaBar = timestep < 0 ? 1 : table.alphaBar(timestep);
        return new NoiseLevel(timestep, Math.sqrt(alphaBar), Math.sqrt(1 - alphaBar));
    }

    /** A draw of q(x_t | x0): {@code alpha * x0 + sigma * noise}, at levels of any frame. */
    public static float[] noised(float[] clean, float[] noise, NoiseLevel level) {
        return combine(level.alpha(), clean, level.sigma(), noise);
    }

    /** What a v-predicting network learns: {@code alpha * noise - sigma * x0} (Salimans and Ho 2022, appendix D). */
    public static float[] velocity(float[] clean, float[] noise, NoiseLevel level) {
        return combine(level.alpha(), noise, -level.sigma(), clean);
    }

    /** What a flow network learns: {@code noise - x0}, at every level. */
    public static float[] flowVelocity(float[] clean, float[] noise) {
        return combine(1, noise, -1, clean);
    }

    /** Signal-to-noise ratio: alpha-bar over what is left of 1. */
    public double signalToNoise(int timestep) {
        double alphaBar = table.alphaBar(timestep);
        return alphaBar / (1 - alphaBar);
    }

    /** The exact reverse step from {@code timestep} to {@code earlier}, -1 for the clean latent. */
    public Posterior posterior(int timestep, int earlier) {
        double alphaBar = table.alphaBar(timestep);
        double alphaBarEarlier = earlier < 0 ? 1 : table.alphaBar(earlier);
        return Posterior.of(alphaBar, alphaBarEarlier);
    }
}
