package dev.darkroom.denoise;

import static dev.darkroom.denoise.LinearCombination.combine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.denoise.forward.ForwardProcess;
import dev.darkroom.denoise.guidance.Guidance;
import dev.darkroom.denoise.plan.ConsistencyPlan;
import dev.darkroom.denoise.plan.SamplingOptions;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.denoise.plan.SamplingPlanner;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.Steps;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The levels, steps and jumps that are trained are those of the samplers that draw. */
class ConsistencyPlanTest {

    private static final Offset<Float> CLOSE = within(1e-5f);
    private static final float[] NOISY = {0.7f, -1.2f, 0.1f};

    @ParameterizedTest
    @ValueSource(strings = {"epsilon", "v_prediction", "sample"})
    void pathTakesTheStepsThatAreTrained(String prediction) {
        ConsistencyPlan plan = plan(prediction, 20);
        float[] x = NOISY;
        for (int index = 7; index >= 0; index--) {
            float[] row = plan.row(index);
            float[] clean = combine(row[2], x, row[3], network(combine(row[1], x), row[0]));
            float[] step = plan.step(index);
            x = combine(step[0], x, step[1], clean);
        }
        assertThat(run(plan.path(7), NOISY)).containsExactly(x, CLOSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"epsilon", "v_prediction", "sample"})
    void jumpIsTheOneThatIsTrained(String prediction) {
        ConsistencyPlan plan = plan(prediction, 20);
        for (int index = 0; index < plan.levels(); index += 7) {
            float[] row = plan.row(index);
            float[] clean = combine(row[2], NOISY, row[3], network(combine(row[1], NOISY), row[0]));
            assertThat(run(plan.jump(index), NOISY)).containsExactly(combine(row[4], NOISY, row[5], clean), CLOSE);
        }
    }

    @Test
    void cleanLatentStaysAsItIs() {
        float[] row = plan("v_prediction", 20).row(-1);

        assertThat(row[0]).isZero();
        assertThat(row[4]).isEqualTo(1);
        assertThat(row[5]).isZero();
    }

    @Test
    void fewStepSamplersBeginAtLevelsThatAreTrained() {
        ConsistencyPlan plan = plan("v_prediction", 20);
        for (int steps : new int[] {1, 2, 4, 8}) {
            SamplingPlan drawing =
                    SamplingPlanner.plan(SchedulerConfig.of(plan.scheduler()), SamplingOptions.of(Steps.of(steps)));
            for (int i = 0; i < drawing.schedule().size(); i++) {
                NoiseLevel level = drawing.schedule().from(i);
                assertThat(level).isEqualTo(plan.level((int) (level.timestep() + 1) / 20 - 1));
            }
        }
    }

    /** Whoever knows the data answers the same clean latent everywhere: step and jump lead there. */
    @Test
    void exactTeacherLeadsToTheData() {
        ConsistencyPlan plan = plan("v_prediction", 20);
        float[] data = {0.3f, -0.5f, 1.1f};
        float[] noise = {1.4f, 0.2f, -0.6f};
        Denoiser exact = (x, level) -> data;
        float[] noisy = ForwardProcess.noised(data, noise, plan.level(49));

        assertThat(plan.path(49).run(noisy, exact, () -> noise, StepObserver.none()))
                .containsExactly(data, CLOSE);
        float[] step = plan.step(49);
        assertThat(combine(step[0], noisy, step[1], data))
                .containsExactly(ForwardProcess.noised(data, noise, plan.level(48)), CLOSE);
    }

    @Test
    void modelsThatCannotBeDistilledAreRefused() {
        assertThatThrownBy(() -> plan("flow_prediction", 20))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("flow");
        assertThatThrownBy(() -> plan("epsilon", 30)).hasMessageContaining("divisor");
        Map<String, Object> scheduler = scheduler("epsilon");
        scheduler.put("rescale_betas_zero_snr", true);
        assertThatThrownBy(() -> new ConsistencyPlan(scheduler, 20)).hasMessageContaining("zero terminal SNR");
    }

    private static float[] run(SamplingPlan plan, float[] x) {
        Denoiser denoiser = plan.denoiser(
                (input, timestep, conditions) -> java.util.List.of(network(input, timestep)), Guidance.none(0));
        return plan.run(x, denoiser, () -> NOISY, StepObserver.none());
    }

    /** Any function of latent and timestep. */
    private static float[] network(float[] x, double timestep) {
        float[] y = new float[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = (float) Math.sin(x[(i + 1) % x.length] + timestep / 300);
        }
        return y;
    }

    private static ConsistencyPlan plan(String prediction, int skip) {
        return new ConsistencyPlan(scheduler(prediction), skip);
    }

    private static Map<String, Object> scheduler(String prediction) {
        return new HashMap<>(Map.of(
                "_class_name",
                "DPMSolverMultistepScheduler",
                "beta_schedule",
                "scaled_linear",
                "beta_start",
                0.00085,
                "beta_end",
                0.02,
                "prediction_type",
                prediction,
                "use_karras_sigmas",
                true));
    }
}
