package dev.darkroom.denoise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.denoise.noise.CpuGenerator;
import dev.darkroom.denoise.plan.SamplingOptions;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.denoise.plan.SamplingPlanner;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.Steps;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SamplingPlanTest {

    private static final float[] CLEAN = {0.5f, -1, 2};
    private static final float[] DRAW = {1, 0.25f, -2};

    @Test
    void strengthZeroLeavesThePictureAlone() {
        SamplingPlan plan = plan("EulerDiscreteScheduler", Map.of()).strength(0, 20);
        assertThat(plan.evaluations()).isZero();
        assertThat(plan.noised(CLEAN, DRAW)).isEqualTo(CLEAN);
    }

    @Test
    void strengthRunsTheLastSteps() {
        SamplingPlan plan = plan("EulerDiscreteScheduler", Map.of());
        assertThat(plan.strength(0.6, 20).steps()).isEqualTo(12);
        assertThat(plan.strength(0.6, 20).schedule().from(8))
                .isEqualTo(plan.schedule().from(8));
        assertThat(plan.strength(1, 20).steps()).isEqualTo(20);
    }

    @Test
    void plmsEvaluatesOnceMoreThanItHasSteps() {
        assertThat(plan("PNDMScheduler", Map.of("skip_prk_steps", true)).evaluations())
                .isEqualTo(21);
    }

    @Test
    void leadingSpacingStartsFromTheRootOfSigmaSquaredPlusOne() {
        SamplingPlan plan = plan("EulerDiscreteScheduler", Map.of("timestep_spacing", "leading"));
        double sigma = plan.schedule().from(0).sigma();
        assertThat(plan.initialScale()).isEqualTo(Math.sqrt(sigma * sigma + 1));
        assertThat(plan("EulerDiscreteScheduler", Map.of()).initialScale())
                .isEqualTo(plan("EulerDiscreteScheduler", Map.of())
                        .schedule()
                        .from(0)
                        .sigma());
        assertThat(plan("DDIMScheduler", Map.of()).initialScale()).isEqualTo(1);
    }

    @Test
    void noiseIsAddedInTheFrameOfTheSampler() {
        SamplingPlan exploding = plan("EulerDiscreteScheduler", Map.of()).strength(0.5, 20);
        assertThat(exploding.schedule().from(10).alpha()).isEqualTo(1);
        SamplingPlan preserving = plan("DDIMScheduler", Map.of()).strength(0.5, 20);
        NoiseLevel level = preserving.schedule().from(10);
        assertThat(preserving.noised(CLEAN, DRAW)[0])
                .isEqualTo((float) (level.alpha() * CLEAN[0] + level.sigma() * DRAW[0]));
    }

    @Test
    void moreStepsThanTheModelWasTrainedOnSayWhatToDo() {
        assertThatThrownBy(() -> plan("DDIMScheduler", Map.of("num_train_timesteps", 10)))
                .hasMessageContaining("ask for that many at most");
    }

    @Test
    void wrongTypesInAConfigurationAreNamed() {
        assertThatThrownBy(() -> plan("DDIMScheduler", Map.of("beta_start", "small")))
                .hasMessageContaining("beta_start")
                .hasMessageContaining("a number");
    }

    @Test
    void generatorsGoOnFromTheirState() {
        CpuGenerator generator = new CpuGenerator(7);
        generator.normals(3);
        CpuGenerator restored = CpuGenerator.restored(generator.state());
        assertThat(restored.normals(37)).isEqualTo(generator.normals(37));
    }

    private static SamplingPlan plan(String scheduler, Map<String, Object> options) {
        SchedulerConfig config = new SchedulerConfig(scheduler, options);
        return SamplingPlanner.plan(config, SamplingOptions.of(Steps.of(20)));
    }
}
