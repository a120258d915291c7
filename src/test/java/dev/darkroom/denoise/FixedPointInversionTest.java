package dev.darkroom.denoise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.denoise.noise.CpuGenerator;
import dev.darkroom.denoise.plan.SamplingOptions;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.denoise.plan.SamplingPlanner;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.Steps;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Gaussian data of which some directions vary little and others much, as those of an autoencoder's latents do. */
class FixedPointInversionTest {

    private static final int VALUES = 2048;
    private static final Noise NO_NOISE = () -> {
        throw new AssertionError("inversion drew noise");
    };

    private final float[] drawn = new CpuGenerator(4).normals(VALUES);
    private final SamplingPlan plan = SamplingPlanner.plan(
            new SchedulerConfig("DDIMScheduler", Map.of("clip_sample", false, "set_alpha_to_one", false)),
            SamplingOptions.of(Steps.of(20)));
    private final float[] picture = plan.run(plan.initial(drawn), FixedPointInversionTest::exact, NO_NOISE, quietly());

    /** Plain iteration that begins each step at the latent itself leaves 0.62, 0.45 and 0.24. */
    @Test
    void theNoiseIsFoundAgainInAFewEvaluationsAStep() {
        assertThat(error(1)).isLessThan(0.5);
        assertThat(error(3)).isLessThan(0.32);
        assertThat(error(10)).isLessThan(0.06);
    }

    @Test
    void eachStepCostsItsIterations() {
        CountedDenoiser counted = new CountedDenoiser(FixedPointInversionTest::exact, new int[1]);
        SamplingPlan inverse = plan.inverse(3);
        inverse.run(picture, counted, NO_NOISE, quietly());
        assertThat(counted.counts()[0]).isEqualTo(60).isEqualTo(inverse.evaluations());
    }

    /** Root mean square; the noise has 1. */
    private double error(int iterations) {
        float[] found = plan.inverse(iterations).run(picture, FixedPointInversionTest::exact, NO_NOISE, quietly());
        double squares = 0;
        for (int i = 0; i < VALUES; i++) {
            squares += Math.pow(found[i] - drawn[i], 2) / VALUES;
        }
        return Math.sqrt(squares);
    }

    /** {@code E[x0 | x]} of values whose standard deviations run from 0.01 to 2. */
    private static float[] exact(float[] x, NoiseLevel level) {
        float[] denoised = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            double deviation = 0.01 * Math.pow(200, (double) i / VALUES);
            double signal = level.alpha() * deviation;
            denoised[i] = (float) (signal * deviation / (signal * signal + level.sigma() * level.sigma()) * x[i]);
        }
        return denoised;
    }

    private static StepObserver quietly() {
        return (step, latent) -> {};
    }
}
