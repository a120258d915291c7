package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;
import dev.darkroom.denoise.guidance.Thresholding;

/**
 * Denoising diffusion implicit models: Song et al. 2020, equation 12,
 * <a href="https://arxiv.org/abs/2010.02502">arXiv:2010.02502</a>.
 *
 * <p>Thresholding is here and not in the denoiser because only the predicted x0 is clipped, while the direction keeps
 * the noise that the network saw.
 *
 * @param eta 0 is deterministic, 1 has the variance of DDPM
 * @param thresholding of the predicted clean latent
 * @param directionFromClipped derive the noise again from the clipped x0
 */
public record Ddim(double eta, Thresholding thresholding, boolean directionFromClipped) implements Sampler {

    // Notation (here -> paper): alpha -> sqrt(alpha_t), sigma -> sqrt(1 - alpha_t), epsilon -> epsilon_theta(x_t)

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel from = schedule.from(i);
            NoiseLevel to = schedule.to(i);
            float[] predicted = denoiser.denoise(x, from);
            float[] denoised = thresholding.apply(predicted);
            float[] epsilon = PredictedNoise.of(x, directionFromClipped ? denoised : predicted, from);
            double deviation = eta * deviation(from, to);
            double direction = Math.sqrt(Math.max(0, to.sigma() * to.sigma() - deviation * deviation));
            x = eta > 0
                    ? combine(to.alpha(), denoised, direction, epsilon, deviation, noise.next())
                    : combine(to.alpha(), denoised, direction, epsilon);
            observer.finished(i, x);
        }
        return x;
    }

    /** A step at eta 0: the less noisy latent is {@code noisy * x + clean * x0}. */
    public static Step step(NoiseLevel from, NoiseLevel to) {
        double noisy = to.sigma() / from.sigma();
        return new Step(noisy, to.alpha() - noisy * from.alpha());
    }

    /**
     * The shares of a step.
     *
     * @param noisy of the latent that the step begins with
     * @param clean of the predicted clean latent
     */
    public record Step(double noisy, double clean) {}

    /** Equation 16 at eta 1: the standard deviation of the DDPM posterior. */
    private static double deviation(NoiseLevel from, NoiseLevel to) {
        double share = from.alpha() / to.alpha();
        return to.sigma() / from.sigma() * Math.sqrt(Math.max(0, 1 - share * share));
    }
}
