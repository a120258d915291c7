package dev.darkroom.training.stage;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.guidance.Preconditioning.Factors;
import dev.darkroom.denoise.plan.FlowEnds;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.training.UnusableSettingsException;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Denoising score matching on the levels of an SDE: Vincent 2011, with the weights of Song and Ermon 2019, equation 6,
 * <a href="https://arxiv.org/abs/1907.05600">arXiv:1907.05600</a>, by which the error of the score counts as that of the
 * noise. Ratios of noise to signal are drawn uniformly in their logarithm, as NCSN's geometric levels lie.
 */
final class ScorePlan implements NoisePlan {

    private final FlowEnds ends;

    /** @throws UnusableSettingsException if the scheduler is none of a score model */
    ScorePlan(Map<String, Object> scheduler) {
        SchedulerConfig config = SchedulerConfig.of(scheduler);
        if (!config.className().startsWith("ScoreSde")) {
            throw new UnusableSettingsException(
                    "scheduler._class_name is " + config.className() + "; the stage score takes ScoreSdeVeScheduler");
        }
        try {
            this.ends = FlowEnds.of(config);
        } catch (IllegalArgumentException e) {
            throw new UnusableSettingsException("the scheduler does not fit: " + e.getMessage(), e);
        }
    }

    @Override
    public NoiseLevel draw(SplittableRandom random) {
        return at(random.nextDouble());
    }

    @Override
    public NoiseLevel at(double share) {
        return ends.levels().at(ends.clean() * Math.pow(ends.noise() / ends.clean(), share));
    }

    @Override
    public double told(NoiseLevel level) {
        return ends.preconditioning().told(level);
    }

    /** The answer that the sampler would read as the clean picture. */
    @Override
    public float[] target(float[] clean, float[] noise, NoiseLevel level) {
        Factors read = ends.preconditioning().at(level);
        return combine(1 / read.out(), clean, -read.skip() / read.out(), sample(clean, noise, level));
    }

    @Override
    public double weight(NoiseLevel level) {
        double noise = ends.preconditioning().at(level).out() * level.alpha() / level.sigma();
        return noise * noise;
    }
}
