package dev.darkroom.denoise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.denoise.noise.CpuGenerator;
import dev.darkroom.denoise.plan.ModelFamily;
import dev.darkroom.denoise.plan.SamplerCatalog;
import dev.darkroom.denoise.plan.SamplerEntry;
import dev.darkroom.denoise.plan.SamplerOption;
import dev.darkroom.denoise.plan.SamplingOptions;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.denoise.plan.SamplingPlanner;
import dev.darkroom.denoise.plan.UnfitOptionException;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.Steps;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Options that do not fit a sampler or a model are refused instead of ignored. */
class OptionCheckTest {

    private static final OneGaussian DATA = new OneGaussian(0.4, 0.8);
    private static final int SIZE = 32;

    /** Values that are nobody's default. */
    private static final Map<SamplerOption, Object> OTHERS = Map.ofEntries(
            Map.entry(SamplerOption.ORDER, 1),
            Map.entry(SamplerOption.S_CHURN, 3.0),
            Map.entry(SamplerOption.S_TMIN, 1.0),
            Map.entry(SamplerOption.S_TMAX, 1.0),
            Map.entry(SamplerOption.S_NOISE, 1.1),
            Map.entry(SamplerOption.VARIANCE_TYPE, "fixed_large"),
            Map.entry(SamplerOption.TIMESTEP_SPACING, "trailing"),
            Map.entry(SamplerOption.SHIFT, 2.5),
            Map.entry(SamplerOption.SNR, 0.1),
            Map.entry(SamplerOption.CORRECT_STEPS, 2),
            Map.entry(SamplerOption.LANGEVIN_RATE, 0.1),
            Map.entry(SamplerOption.LANGEVIN_STEPS, 3),
            Map.entry(SamplerOption.TOLERANCE, 3e-6),
            Map.entry(SamplerOption.TIME_DIFFERENCE, 3.0));

    static Stream<SamplerEntry> samplers() {
        return SamplerCatalog.all().stream();
    }

    /** The catalog says which samplers have an eta; here each shows it. */
    @ParameterizedTest
    @MethodSource("samplers")
    void etaChangesThePictureOrIsRefused(SamplerEntry entry) {
        Double usual = entry.facts().eta();
        if (usual == null) {
            assertThatThrownBy(() -> end(entry, 0.5))
                    .isInstanceOfSatisfying(
                            UnfitOptionException.class,
                            e -> assertThat(e.option()).isEqualTo("eta"))
                    .hasMessageContaining(entry.name());
            return;
        }
        assertThat(end(entry, usual)).isEqualTo(end(entry, null));
        assertThat(end(entry, 0.5)).isNotEqualTo(end(entry, null));
    }

    /** The catalog says which samplers take which of their own options; here each shows it. */
    @ParameterizedTest
    @MethodSource("samplers")
    void whatOnlySomeTakeChangesThePictureOrIsRefused(SamplerEntry entry) {
        Map<SamplerOption, Object> churned =
                entry.tunable().contains(SamplerOption.S_CHURN) ? Map.of(SamplerOption.S_CHURN, 4.0) : Map.of();
        OTHERS.forEach((option, value) -> {
            Map<SamplerOption, Object> set = new HashMap<>(churned);
            set.put(option, value);
            if (entry.tunable().contains(option)) {
                Map<SamplerOption, Object> before = option == SamplerOption.S_CHURN ? Map.of() : churned;
                assertThat(told(entry, set)).as(option.spelled()).isNotEqualTo(told(entry, before));
            } else {
                assertThatThrownBy(() -> told(entry, set))
                        .as(option.spelled())
                        .isInstanceOfSatisfying(
                                UnfitOptionException.class,
                                e -> assertThat(e.option()).isEqualTo("sampler_options." + option.spelled()))
                        .hasMessageContaining(entry.name());
            }
        });
    }

    @Test
    void spacingIsOfTheDefaultScheduleOnly() {
        Map<SamplerOption, Object> spacing = Map.of(SamplerOption.TIMESTEP_SPACING, "trailing");
        SamplingOptions karras = new SamplingOptions("euler", "karras", Steps.of(10), null, null, null, spacing);
        assertThatThrownBy(() -> SamplingPlanner.plan(EverySamplerTest.MODELS.get(ModelFamily.DISCRETE), karras))
                .hasMessageContaining("is for the schedule default");
    }

    @Test
    void etaZeroOfADeterministicSamplerMeansNothingNew() {
        SamplerEntry euler = SamplerCatalog.get("euler").sampler();
        assertThat(end(euler, 0.0)).isEqualTo(end(euler, null));
    }

    @Test
    void flowPredictionsNeedASamplerThatWalksFlowLevels() {
        SchedulerConfig sana = new SchedulerConfig(
                "DPMSolverMultistepScheduler",
                Map.of("prediction_type", "flow_prediction", "use_flow_sigmas", true, "flow_shift", 3.0));
        assertThat(plan(sana, "uni_pc").evaluations()).isEqualTo(10);
        assertThatThrownBy(() -> plan(sana, "euler"))
                .isInstanceOfSatisfying(
                        UnfitOptionException.class, e -> assertThat(e.option()).isEqualTo("sampler"))
                .hasMessageContaining("cannot use a model that predicts flow_prediction")
                .hasMessageContaining("uni_pc");
        assertThatThrownBy(() -> plan(sana.with("use_flow_sigmas", null), "uni_pc"))
                .hasMessageContaining("use_flow_sigmas");
    }

    @Test
    void predictionsOfAnotherFamilyAreRefused() {
        SchedulerConfig odd = new SchedulerConfig("EDMEulerScheduler", Map.of("prediction_type", "sample"));
        assertThatThrownBy(() -> plan(odd, null)).hasMessageContaining("predicts sample");
    }

    @Test
    void noisePredictionsCannotStartFromPureNoise() {
        Map<String, Object> zeroSnr =
                new HashMap<>(Map.of("rescale_betas_zero_snr", true, "timestep_spacing", "trailing"));
        SchedulerConfig noise = new SchedulerConfig("DDIMScheduler", zeroSnr);
        assertThatThrownBy(() -> plan(noise, null))
                .isInstanceOfSatisfying(
                        UnfitOptionException.class, e -> assertThat(e.option()).isEqualTo("sampler"));
        zeroSnr.put("prediction_type", "v_prediction");
        SchedulerConfig velocity = new SchedulerConfig("DDIMScheduler", zeroSnr);
        assertThat(plan(velocity, null).schedule().from(0).alpha()).isZero();
    }

    private static SamplingPlan plan(SchedulerConfig model, @Nullable String sampler) {
        return SamplingPlanner.plan(model, new SamplingOptions(sampler, null, Steps.of(10), null, null, null));
    }

    private static float[] end(SamplerEntry entry, @Nullable Double eta) {
        return run(entry, new SamplingOptions(entry.name(), null, Steps.of(12), eta, null, null));
    }

    private static float[] told(SamplerEntry entry, Map<SamplerOption, Object> own) {
        return run(entry, new SamplingOptions(entry.name(), null, Steps.of(12), null, null, null, own));
    }

    private static float[] run(SamplerEntry entry, SamplingOptions options) {
        SamplingPlan plan = SamplingPlanner.plan(EverySamplerTest.MODELS.get(entry.family()), options);
        Noise noise = new CpuGenerator(5).noise(SIZE);
        float[] start = plan.initial(noise.next());
        return plan.run(start, new CountedDenoiser(DATA.denoiser(), new int[1]), noise, StepObserver.none());
    }
}
