package dev.darkroom.denoise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.denoise.noise.CpuGenerator;
import dev.darkroom.denoise.plan.CustomLevels;
import dev.darkroom.denoise.plan.ModelFamily;
import dev.darkroom.denoise.plan.SamplerCatalog;
import dev.darkroom.denoise.plan.SamplerEntry;
import dev.darkroom.denoise.plan.SamplingOptions;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.denoise.plan.SamplingPlanner;
import dev.darkroom.denoise.plan.UnfitOptionException;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.Steps;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists of levels that a request gives instead of a schedule. */
class CustomLevelsTest {

    private static final SchedulerConfig MODEL = new SchedulerConfig(
            "PNDMScheduler",
            Map.of("beta_schedule", "scaled_linear", "beta_start", 0.00085, "beta_end", 0.012, "steps_offset", 1));
    private static final SchedulerConfig FLOW =
            new SchedulerConfig("FlowMatchEulerDiscreteScheduler", Map.of("shift", 3.0));
    private static final double[] SIGMAS = {12.5, 4, 1.5, 0.3, 0};
    private static final double[] TIMESTEPS = {901, 640, 200, 7};

    static Stream<SamplerEntry> samplersOfDiscreteModels() {
        return SamplerCatalog.all().stream().filter(entry -> entry.family() == ModelFamily.DISCRETE);
    }

    @ParameterizedTest
    @MethodSource("samplersOfDiscreteModels")
    void sigmasAreWalkedAsTheyAre(SamplerEntry entry) {
        if (!entry.takes().contains(CustomLevels.SIGMAS)) {
            assertThatThrownBy(() -> plan(MODEL, entry.name(), null, Steps.sigmas(SIGMAS)))
                    .isInstanceOfSatisfying(
                            UnfitOptionException.class,
                            e -> assertThat(e.option()).isEqualTo("sigmas"))
                    .hasMessageContaining("takes no sigmas")
                    .hasMessageContaining("euler");
            return;
        }
        Schedule schedule =
                plan(MODEL, entry.name(), null, Steps.sigmas(SIGMAS)).schedule();
        assertThat(schedule.size()).isEqualTo(4);
        for (int i = 0; i < 4; i++) {
            NoiseLevel from = schedule.from(i);
            assertThat(from.sigma() / from.alpha()).isCloseTo(SIGMAS[i], within(1e-9));
        }
        assertThat(schedule.to(3).clean()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("samplersOfDiscreteModels")
    void listsMayEndWithAndWithoutNoise(SamplerEntry entry) {
        if (entry.takes().contains(CustomLevels.SIGMAS)) {
            for (Steps steps : List.of(Steps.sigmas(SIGMAS), Steps.sigmas(12, 3, 0.5), Steps.sigmas(7, 0))) {
                SamplingPlan plan = plan(MODEL, entry.name(), null, steps);
                Noise noise = new CpuGenerator(3).noise(16);
                Denoiser data = new CountedDenoiser(new OneGaussian(0.4, 0.8).denoiser(), new int[1]);
                float[] end = plan.run(plan.initial(noise.next()), data, noise, StepObserver.none());
                for (float value : end) {
                    assertThat(value).isFinite();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samplersOfDiscreteModels")
    void timestepsAreWalkedAsTheyAre(SamplerEntry entry) {
        if (!entry.takes().contains(CustomLevels.TIMESTEPS)) {
            assertThatThrownBy(() -> plan(MODEL, entry.name(), null, Steps.timesteps(TIMESTEPS)))
                    .hasMessageContaining("takes no timesteps");
            return;
        }
        Schedule schedule =
                plan(MODEL, entry.name(), null, Steps.timesteps(TIMESTEPS)).schedule();
        assertThat(schedule.size()).isEqualTo(4);
        for (int i = 0; i < 4; i++) {
            assertThat(schedule.from(i).timestep()).isEqualTo(TIMESTEPS[i]);
        }
        assertThat(schedule.to(0).alpha()).isCloseTo(schedule.from(1).alpha(), within(1e-12));
    }

    @Test
    void sigmasOfAFlowModelAreNotShiftedAgain() {
        Schedule schedule =
                plan(FLOW, "euler", null, Steps.sigmas(1, 0.8, 0.3, 0)).schedule();
        assertThat(schedule.steps()).extracting(step -> step.from().sigma()).containsExactly(1.0, 0.8, 0.3);
        assertThat(schedule.to(2).clean()).isTrue();
    }

    @Test
    void theFirstSigmaScalesTheFirstDraw() {
        assertThat(plan(MODEL, "euler", null, Steps.sigmas(SIGMAS)).initialScale())
                .isEqualTo(12.5);
    }

    @Test
    void listsThatCannotBeWalkedSayWhy() {
        refused(Steps.sigmas(4, 4, 0), "sigmas[1] is 4.0; each must be smaller");
        refused(Steps.sigmas(4, 5, 0), "sigmas[1] is 5.0; each must be smaller");
        refused(Steps.sigmas(4, 0, -1), "sigmas[1] is 0.0; all must be above 0");
        refused(Steps.sigmas(4, -1), "sigmas[1] is -1.0");
        refused(Steps.sigmas(Double.POSITIVE_INFINITY, 1, 0), "sigmas[0] is Infinity; give finite numbers");
        refused(Steps.sigmas(4, Double.NaN, 0), "sigmas[1] is NaN; give finite numbers");
        refused(Steps.timesteps(1000, 3), "timesteps[0] is 1000.0; the model was trained on the timesteps 0 to 999");
        refused(Steps.timesteps(5, -1), "timesteps[1] is -1.0");
        assertThatThrownBy(() -> plan(MODEL, "ddim", null, Steps.timesteps(10, 2.5)))
                .hasMessageContaining("timesteps[1] is 2.5; ddim takes whole timesteps only");
        assertThatThrownBy(() -> plan(FLOW, null, null, Steps.sigmas(1.5, 0))).hasMessageContaining("share of noise");
        assertThatThrownBy(() -> plan(FLOW, null, null, Steps.sigmas(1, 0.5))).hasMessageContaining("must be 0");
        assertThatThrownBy(() -> plan(FLOW, null, null, Steps.timesteps(900))).hasMessageContaining("no timesteps");
    }

    @Test
    void aScheduleBesidesAListIsRefused() {
        assertThatThrownBy(() -> plan(MODEL, "euler", "karras", Steps.sigmas(SIGMAS)))
                .isInstanceOfSatisfying(
                        UnfitOptionException.class, e -> assertThat(e.option()).isEqualTo("schedule"));
        SchedulerConfig karras = MODEL.as("EulerDiscreteScheduler").with("use_karras_sigmas", true);
        assertThat(plan(karras, null, null, Steps.timesteps(TIMESTEPS))
                        .schedule()
                        .from(1)
                        .timestep())
                .isEqualTo(640);
        assertThatThrownBy(() -> SamplingPlanner.plan(
                        MODEL, new SamplingOptions("euler", null, Steps.sigmas(SIGMAS), null, 0.1, null)))
                .isInstanceOfSatisfying(
                        UnfitOptionException.class, e -> assertThat(e.option()).isEqualTo("sigma_min"));
    }

    private static void refused(Steps steps, String message) {
        assertThatThrownBy(() -> plan(MODEL, "euler", null, steps)).hasMessageContaining(message);
    }

    private static SamplingPlan plan(
            SchedulerConfig model, @Nullable String sampler, @Nullable String schedule, Steps steps) {
        return SamplingPlanner.plan(model, new SamplingOptions(sampler, schedule, steps, null, null, null));
    }
}
