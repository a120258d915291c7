package dev.darkroom.denoise.inpaint;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;

/**
 * Walks each stretch of a schedule several times, so that what is painted and what is known can settle with each other:
 * the resampling of RePaint, Lugmayr et al. 2022, section 4.2, <a href="https://arxiv.org/abs/2201.09865">arXiv:2201.09865</a>,
 * around any sampler. Between two walks the forward process leads back up with fresh noise. A sampler that remembers
 * earlier steps begins anew in each walk.
 *
 * @param sampler walks
 * @param jumpLength steps of a stretch, at least 1
 * @param jumps how often each stretch is walked again, 0 or more
 */
public record Resampling(Sampler sampler, int jumpLength, int jumps) implements Sampler {

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        for (int begin = schedule.begin(); begin < schedule.size(); begin += jumpLength) {
            Schedule stretch = stretch(schedule, begin);
            int first = begin;
            for (int walk = 0; walk <= jumps; walk++) {
                if (walk > 0) {
                    x = raised(x, stretch.to(stretch.size() - 1), stretch.from(0), noise);
                }
                x = sampler.sample(
                        x, stretch, denoiser, noise, (step, latent) -> observer.finished(first + step, latent));
            }
        }
        return x;
    }

    @Override
    public int evaluations(Schedule schedule) {
        int sum = 0;
        for (int begin = schedule.begin(); begin < schedule.size(); begin += jumpLength) {
            sum += (jumps + 1) * sampler.evaluations(stretch(schedule, begin));
        }
        return sum;
    }

    @Override
    public int reports(Schedule schedule) {
        return (jumps + 1) * schedule.remaining();
    }

    private Schedule stretch(Schedule schedule, int begin) {
        int end = Math.min(begin + jumpLength, schedule.size());
        return new Schedule(schedule.steps().subList(begin, end), 0, schedule.levels());
    }

    /** The forward process from one level to a noisier one. */
    private static float[] raised(float[] x, NoiseLevel from, NoiseLevel to, Noise noise) {
        double kept = to.alpha() / from.alpha();
        double variance = to.sigma() * to.sigma() - kept * kept * from.sigma() * from.sigma();
        return combine(kept, x, Math.sqrt(Math.max(0, variance)), noise.next());
    }
}
