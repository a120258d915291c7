package dev.darkroom.denoise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.denoise.plan.ModelFamily;
import dev.darkroom.denoise.plan.SamplerCatalog;
import dev.darkroom.denoise.plan.SamplerCatalog.Match;
import dev.darkroom.denoise.plan.SamplerEntry;
import dev.darkroom.denoise.plan.SamplingOptions;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.denoise.plan.SamplingPlanner;
import dev.darkroom.denoise.plan.ScheduleCatalog;
import dev.darkroom.denoise.plan.ScheduleEntry;
import dev.darkroom.denoise.plan.UnknownNameException;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.Steps;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplerCatalogTest {

    private static final SchedulerConfig MODEL = new SchedulerConfig(
            "PNDMScheduler", Map.of("beta_schedule", "scaled_linear", "skip_prk_steps", true, "steps_offset", 1));

    @ParameterizedTest
    @CsvSource({
        "euler,euler",
        "Euler,euler",
        "EulerDiscreteScheduler,euler",
        "k_euler,euler",
        "sample_euler,euler",
        "Euler a,euler_ancestral",
        "euler_ancestral,euler_ancestral",
        "EulerAncestralDiscrete,euler_ancestral",
        "DPM++ 2M,dpmpp_2m",
        "dpmpp_2m,dpmpp_2m",
        "DPMSolverMultistepScheduler,dpmpp_2m",
        "DPM++ SDE,dpmpp_sde",
        "PLMS,pndm",
        "UniPC,uni_pc",
        "ddim,ddim"
    })
    void everySpellingFindsTheSampler(String spelling, String name) {
        assertThat(SamplerCatalog.get(spelling).sampler().name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "DPM++ 2M Karras,dpmpp_2m,karras",
        "k_dpmpp_2m_ka,dpmpp_2m,karras",
        "k_dpm_2_a_ka,dpm_2_ancestral,karras",
        "DPM++ 2M SDE Heun Exponential,dpmpp_2m_sde_heun,exponential",
        "LMS Karras,lms,karras",
        "dpmpp_2m_karras,dpmpp_2m,karras",
        "DPM++ SDE Karras,dpmpp_sde,karras",
        "DPM++ 2M Exponential,dpmpp_2m,exponential",
        "Euler SGM Uniform,euler,sgm_uniform"
    })
    void namesThatEndInAScheduleSayBoth(String spelling, String sampler, String schedule) {
        Match match = SamplerCatalog.get(spelling);
        assertThat(match.sampler().name()).isEqualTo(sampler);
        assertThat(match.schedule().map(ScheduleEntry::name)).hasValue(schedule);
    }

    @Test
    void unknownNamesComeWithNearOnes() {
        assertThatThrownBy(() -> SamplerCatalog.get("eulr"))
                .isInstanceOfSatisfying(
                        UnknownNameException.class, e -> assertThat(e.near()).contains("euler"))
                .hasMessageContaining("eulr");
        assertThatThrownBy(() -> ScheduleCatalog.get("karas"))
                .isInstanceOfSatisfying(
                        UnknownNameException.class, e -> assertThat(e.near()).contains("karras"));
    }

    @Test
    void everySpellingOfOneSamplerGivesTheSamePlan() {
        SamplingPlan plan = plan("dpmpp_2m", "karras");
        assertThat(plan("DPM++ 2M Karras", null).schedule().steps())
                .isEqualTo(plan.schedule().steps());
        assertThat(plan("DPMSolverMultistepScheduler", "Karras").schedule().steps())
                .isEqualTo(plan.schedule().steps());
    }

    @Test
    void withoutNamesTheModelsOwnConfigurationRuns() {
        SamplerEntry own = SamplerCatalog.of(MODEL);
        assertThat(own.name()).isEqualTo("pndm");
        assertThat(plan(null, null).schedule().steps())
                .isEqualTo(plan("pndm", "default").schedule().steps());
    }

    @Test
    void ownScheduleStaysWithAnotherSampler() {
        SchedulerConfig karras = MODEL.as("EulerDiscreteScheduler").with("use_karras_sigmas", true);
        SamplingOptions heun = new SamplingOptions("heun", null, Steps.of(10), null, null, null);
        assertThat(SamplingPlanner.choose(karras, heun).schedule().name()).isEqualTo("karras");
    }

    @Test
    void canonicalNamesAreFoundAndUnique() {
        assertThat(SamplerCatalog.all()).extracting(SamplerEntry::name).doesNotHaveDuplicates();
        for (SamplerEntry entry : SamplerCatalog.all()) {
            assertThat(SamplerCatalog.get(entry.name()).sampler()).isEqualTo(entry);
            assertThat(SamplerCatalog.get(entry.facts().title()).sampler()).isEqualTo(entry);
        }
        for (ScheduleEntry entry : ScheduleCatalog.all()) {
            assertThat(ScheduleCatalog.get(entry.name())).isEqualTo(entry);
        }
    }

    private static SamplingPlan plan(String sampler, String schedule) {
        return SamplingPlanner.plan(MODEL, new SamplingOptions(sampler, schedule, Steps.of(10), null, null, null));
    }

    @Test
    void missingOptionsAreTheUsualOnes() {
        SchedulerConfig sde = new SchedulerConfig(
                "DPMSolverMultistepScheduler", Map.of("algorithm_type", "sde-dpmsolver++", "solver_order", 2.0));
        assertThat(SamplerCatalog.of(sde).name()).isEqualTo("dpmpp_2m_sde");
        SchedulerConfig plain = new SchedulerConfig("DPMSolverMultistepScheduler", Map.of());
        assertThat(SamplerCatalog.of(plain).name()).isEqualTo("dpmpp_2m");
    }

    @Test
    void samplersWithTimestepsOfTheirOwnHaveTheDefaultSchedule() {
        SamplingOptions options = new SamplingOptions("ddim", "karras", Steps.of(10), null, null, null);
        assertThat(SamplingPlanner.choose(MODEL, options).schedule()).isEqualTo(ScheduleCatalog.DEFAULT);
    }

    @Test
    void plainNamesMeanTheSamplerOfTheModelsFamily() {
        SchedulerConfig flow = new SchedulerConfig("FlowMatchEulerDiscreteScheduler", Map.of("shift", 3.0));
        SamplingOptions euler = new SamplingOptions("Euler a", null, Steps.of(10), null, null, null);
        assertThat(SamplingPlanner.choose(flow, euler).sampler().name()).isEqualTo("flow_euler_ancestral");
        SamplingOptions plms = new SamplingOptions("PLMS", null, Steps.of(10), null, null, null);
        assertThatThrownBy(() -> SamplingPlanner.choose(flow, plms)).hasMessageContaining("flow_heun");
    }

    @Test
    void schedulersOfOneKindOfModelRunNoOther() {
        SchedulerConfig scm = new SchedulerConfig("SCMScheduler", Map.of());
        assertThat(SamplerCatalog.of(scm).name()).isEqualTo("scm");
        SamplingOptions own = SamplingOptions.of(Steps.of(2));
        assertThat(SamplingPlanner.plan(scm, own).schedule().size()).isEqualTo(2);
        SamplingOptions euler = new SamplingOptions("euler", null, Steps.of(10), null, null, null);
        assertThatThrownBy(() -> SamplingPlanner.choose(scm, euler)).hasMessageContaining("use one of scm");
        SamplingOptions inverse = new SamplingOptions("ddim_inverse", null, Steps.of(10), null, null, null);
        assertThatThrownBy(() -> SamplingPlanner.choose(MODEL, inverse)).hasMessageContaining("cannot run this model");
        assertThat(SamplerCatalog.all()).noneMatch(entry -> entry.family() == ModelFamily.OWN);
    }
}
