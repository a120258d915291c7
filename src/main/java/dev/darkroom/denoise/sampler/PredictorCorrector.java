package dev.darkroom.denoise.sampler;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;
import dev.darkroom.denoise.sde.Discretization;
import dev.darkroom.denoise.sde.ReverseIncrement;

/**
 * Langevin steps at each level before a step of the reverse SDE: Song et al. 2021, algorithm 1 with the order of the
 * authors' code, <a href="https://arxiv.org/abs/2011.13456">arXiv:2011.13456</a>. Draws in the last step too.
 *
 * @param discretization of the predictor
 * @param corrector run first
 * @param corrections how often at each level
 * @param endsNoisy whether the last step's noise stays
 */
public record PredictorCorrector(
        Discretization discretization, LangevinCorrector corrector, int corrections, boolean endsNoisy)
        implements Sampler {

    @Override
    public float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer) {
        for (int i = schedule.begin(); i < schedule.size(); i++) {
            NoiseLevel from = schedule.from(i);
            ReverseIncrement increment = discretization.at(schedule.steps().get(i));
            for (int k = 0; k < corrections; k++) {
                x = corrector.corrected(x, denoiser.score(x, from), increment.kept(), noise.next());
            }
            float[] mean = increment.mean(x, denoiser.score(x, from));
            float[] noised = increment.noised(mean, noise.next());
            x = schedule.last(i) && !endsNoisy ? mean : noised;
            observer.finished(i, x);
        }
        return x;
    }

    @Override
    public int evaluations(Schedule schedule) {
        return schedule.remaining() * (corrections + 1);
    }
}
