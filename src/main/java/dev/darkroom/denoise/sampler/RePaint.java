package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;
import dev.darkroom.denoise.guidance.Thresholding;
import java.util.function.IntFunction;

/**
 * Inpainting by a model that was not made for it: the known part is put in at every level, and jumps back up let the
 * unknown part settle around it. Lugmayr et al. 2022, algorithm 1,
 * <a href="https://arxiv.org/abs/2201.09865">arXiv:2201.09865</a>. Steps of the schedule that lead to more noise are
 * jumps; they noise by one training timestep after the other.
 *
 * @param known the picture that holds the known part, clean
 * @param mask 1 where it is known, 0 where it is not, shares between: a value for each of the latent's, or one for each
 *     place, which then counts for all channels
 * @param eta 0 is deterministic where nothing is known, 1 has the variance of DDPM
 * @param thresholding of the predicted clean latent
 * @param levels the level of a whole timestep; -1 is clean
 */
@SuppressWarnings("ArrayRecordComponent")
public record RePaint(
        float[] known, float[] mask, double eta, Thresholding thresholding, IntFunction<NoiseLevel> levels)
        implements Sampler {

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel from = schedule.from(i);
            NoiseLevel to = schedule.to(i);
            x = rises(schedule.steps().get(i))
                    ? raised(x, from, to, noise)
                    : lowered(x, denoiser.denoise(x, from), from, to, noise.next());
            observer.finished(i, x);
        }
        return x;
    }

    @Override
    public int evaluations(Schedule schedule) {
        return (int) schedule.steps().stream()
                .skip(schedule.begin())
                .filter(step -> !rises(step))
                .count();
    }

    private static boolean rises(Schedule.Step step) {
        return step.to().sigma() > step.from().sigma();
    }

    /** A step of DDIM for the unknown part, the forward process for the known one; both with the same draw. */
    private float[] lowered(float[] x, float[] predicted, NoiseLevel from, NoiseLevel to, float[] draw) {
        double share = from.alpha() / to.alpha();
        double posterior = to.sigma() / from.sigma() * Math.sqrt(Math.max(0, 1 - share * share));
        double deviation = eta * posterior;
        double direction = Math.sqrt(Math.max(0, to.sigma() * to.sigma() - deviation * deviation));
        float[] epsilon = PredictedNoise.of(x, predicted, from);
        float[] unknown = combine(to.alpha(), thresholding.apply(predicted), direction, epsilon, deviation, draw);
        for (int i = 0; i < unknown.length; i++) {
            double kept = mask[i % mask.length];
            double noised = to.alpha() * known[i] + to.sigma() * draw[i];
            unknown[i] = (float) (kept * noised + (1 - kept) * unknown[i]);
        }
        return unknown;
    }

    private float[] raised(float[] x, NoiseLevel from, NoiseLevel to, Noise noise) {
        float[] raised = x;
        for (int timestep = (int) from.timestep() + 1; timestep <= (int) to.timestep(); timestep++) {
            double share =
                    levels.apply(timestep).alpha() / levels.apply(timestep - 1).alpha();
            raised = combine(share, raised, Math.sqrt(1 - share * share), noise.next());
        }
        return raised;
    }
}
