package dev.darkroom.denoise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.denoise.noise.CpuGenerator;
import dev.darkroom.denoise.plan.Repainting;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RePaintTest {

    private static final SchedulerConfig MODEL =
            new SchedulerConfig("DDIMScheduler", Map.of("clip_sample", false, "num_train_timesteps", 200));
    private static final int PAIRS = 2048;
    private static final double CORRELATION = 0.9;

    /** Pairs of unit variance and correlation 0.9; the first of each pair comes first in the latent. */
    private static final Denoiser PAIRED = (x, level) -> {
        float[] denoised = new float[x.length];
        for (int i = 0; i < PAIRS; i++) {
            double sum = half(x[i] + x[PAIRS + i], 1 + CORRELATION, level);
            double difference = half(x[i] - x[PAIRS + i], 1 - CORRELATION, level);
            denoised[i] = (float) ((sum + difference) / 2);
            denoised[PAIRS + i] = (float) ((sum - difference) / 2);
        }
        return denoised;
    };

    private static double half(double value, double variance, NoiseLevel level) {
        return level.alpha()
                * variance
                / (level.alpha() * level.alpha() * variance + level.sigma() * level.sigma())
                * value;
    }

    @Test
    void theKnownPartComesOutAsItIs() {
        float[] filled = fill(new Repainting(5, 2, 0.5), 1);
        for (int i = 0; i < PAIRS; i++) {
            assertThat(filled[i]).isEqualTo(known()[i]);
        }
    }

    /**
     * Given the known half u, the other one is distributed as N(0.9 u, 0.19). Its regression on u is within five standard
     * errors of that with many jumps, and further off without any: what the jumps are for.
     */
    @Test
    void jumpsMakeTheUnknownPartFitTheKnownOne() {
        double error = Math.sqrt((1 - CORRELATION * CORRELATION) / PAIRS);
        double without = slope(fill(new Repainting(5, 1, 1), 2));
        double with = slope(fill(new Repainting(5, 20, 1), 2));
        assertThat(without).isLessThan(CORRELATION - 10 * error);
        assertThat(with).isCloseTo(CORRELATION, within(5 * error));
    }

    @Test
    void whereNothingIsKnownItSamplesTheData() {
        float[] mask = {0};
        SamplingPlan plan = new Repainting(5, 2, 1).plan(MODEL, 100, known(), mask);
        float[] filled = run(plan, 3);
        double squares = 0;
        for (float value : filled) {
            squares += value * value;
        }
        double error = Math.sqrt(2.0 * (1 + CORRELATION * CORRELATION) / filled.length);
        assertThat(squares / filled.length).isCloseTo(1, within(5 * error + 0.02));
    }

    @Test
    void countsItsEvaluationsWithoutTheJumps() {
        SamplingPlan plan = new Repainting(5, 3, 0).plan(MODEL, 20, known(), new float[] {1});
        assertThat(plan.evaluations()).isEqualTo(20 + 3 * 2 * 5);
        assertThat(plan.steps()).isEqualTo(20 + 3 * 2 * 5 * 2);
    }

    @Test
    void jumpsThatGoNowhereAreRefused() {
        assertThatThrownBy(() -> new Repainting(0, 1, 0)).hasMessageContaining("jump_length");
        assertThatThrownBy(() -> new Repainting(1, 0, 0)).hasMessageContaining("jump_n_sample");
    }

    private static float[] fill(Repainting repainting, long seed) {
        float[] mask = new float[2 * PAIRS];
        Arrays.fill(mask, 0, PAIRS, 1);
        return run(repainting.plan(MODEL, 50, known(), mask), seed);
    }

    private static float[] run(SamplingPlan plan, long seed) {
        Noise noise = new CpuGenerator(seed).noise(2 * PAIRS);
        return plan.run(plan.initial(noise.next()), PAIRED, noise, StepObserver.none());
    }

    private static float[] known() {
        float[] known = new float[2 * PAIRS];
        System.arraycopy(new CpuGenerator(99).normals(PAIRS), 0, known, 0, PAIRS);
        return known;
    }

    private static double slope(float[] filled) {
        double products = 0;
        double squares = 0;
        for (int i = 0; i < PAIRS; i++) {
            products += (double) filled[i] * filled[PAIRS + i];
            squares += (double) filled[i] * filled[i];
        }
        return products / squares;
    }
}
