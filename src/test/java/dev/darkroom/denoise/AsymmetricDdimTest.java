package dev.darkroom.denoise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.denoise.guidance.SelfConditioning;
import dev.darkroom.denoise.guidance.Thresholding;
import dev.darkroom.denoise.plan.SamplingOptions;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.denoise.plan.SamplingPlanner;
import dev.darkroom.denoise.sampler.AsymmetricDdim;
import dev.darkroom.denoise.sampler.Ddim;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AsymmetricDdimTest {

    private static final SamplingPlan PLAN = SamplingPlanner.plan(
            SchedulerConfig.of(Map.of(
                    "_class_name", "DDIMScheduler", "beta_schedule", "squaredcos_cap_v2", "prediction_type", "sample")),
            SamplingOptions.of(Steps.of(10)));
    private static final Denoiser HALF = (x, level) -> new float[] {0.5f * x[0]};

    @Test
    void withoutHeadStartItIsDdim() {
        float[] start = {1.5f};
        float[] ddim = new Ddim(0, Thresholding.NONE, false)
                .sample(start, PLAN.schedule(), HALF, () -> start, StepObserver.none());
        assertThat(new AsymmetricDdim(0, Thresholding.NONE)
                        .sample(start, PLAN.schedule(), HALF, () -> start, StepObserver.none()))
                .containsExactly(ddim);
    }

    /** The network hears of a level that the sample has left already. */
    @Test
    void eachStepGoesFurtherThanTheNextLevel() {
        List<Double> noise = new ArrayList<>();
        List<Double> told = new ArrayList<>();
        Denoiser clean = (x, level) -> {
            told.add(level.sigma());
            return new float[] {0};
        };
        float[] start = {(float) PLAN.schedule().from(0).sigma()};
        new AsymmetricDdim(2, Thresholding.NONE)
                .sample(start, PLAN.schedule(), clean, () -> start, (step, x) -> noise.add((double) x[0]));
        Schedule schedule = PLAN.schedule();
        assertThat(told).hasSize(10);
        assertThat(noise.get(0)).isCloseTo(schedule.to(2).sigma(), org.assertj.core.data.Offset.offset(1e-6));
        assertThat(noise.get(0)).isLessThan(told.get(1));
        assertThat(noise.get(9)).isZero();
    }

    @Test
    void theLastGuessStandsBesideTheNoisyLatent() {
        List<float[]> inputs = new ArrayList<>();
        List<float[]> guesses = new ArrayList<>(List.of(new float[0]));
        SelfConditioning<String> network = new SelfConditioning<>(
                (input, timestep, conditions) -> {
                    inputs.add(input);
                    return List.of(new float[] {7, 8});
                },
                () -> guesses.get(guesses.size() - 1));
        network.evaluate(new float[] {1, 2}, 500, List.of("a"));
        guesses.add(new float[] {5, 6});
        network.evaluate(new float[] {3, 4}, 400, List.of("a"));
        assertThat(inputs.get(0)).containsExactly(1, 2, 0, 0);
        assertThat(inputs.get(1)).containsExactly(3, 4, 5, 6);
    }
}
