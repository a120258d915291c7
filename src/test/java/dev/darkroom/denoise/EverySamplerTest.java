package dev.darkroom.denoise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.denoise.noise.CpuGenerator;
import dev.darkroom.denoise.plan.ModelFamily;
import dev.darkroom.denoise.plan.SamplerCatalog;
import dev.darkroom.denoise.plan.SamplerEntry;
import dev.darkroom.denoise.plan.SamplingOptions;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.denoise.plan.SamplingPlanner;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.Steps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for each sampler of the catalog, on data of one Gaussian. */
class EverySamplerTest {

    private static final int SIZE = 4096;
    private static final OneGaussian DATA = new OneGaussian(0.4, 0.8);
    private static final Set<String> CONSISTENCY =
            Set.of("lcm", "tcd", "cm_multistep", "flow_lcm", "flow_euler_stochastic");

    private static final SchedulerConfig MODEL = new SchedulerConfig(
            "PNDMScheduler",
            Map.of(
                    "beta_schedule",
                    "scaled_linear",
                    "beta_start",
                    0.00085,
                    "beta_end",
                    0.012,
                    "clip_sample",
                    false,
                    "skip_prk_steps",
                    true));

    static Stream<SamplerEntry> samplers() {
        return SamplerCatalog.all().stream();
    }

    /** All but the one that goes further than the level it tells the network: right for bits, off for anything else. */
    static Stream<SamplerEntry> faithfulSamplers() {
        return samplers().filter(entry -> !entry.name().equals("bit_diffusion"));
    }

    static final Map<ModelFamily, SchedulerConfig> MODELS = Map.of(
            ModelFamily.DISCRETE, MODEL,
            ModelFamily.FLOW, new SchedulerConfig("FlowMatchEulerDiscreteScheduler", Map.of("shift", 3.0)),
            ModelFamily.EDM, new SchedulerConfig("EDMEulerScheduler", Map.of("sigma_min", 0.002, "sigma_max", 80.0)),
            ModelFamily.CONSISTENCY,
                    new SchedulerConfig("CMStochasticIterativeScheduler", Map.of("clip_denoised", false)),
            ModelFamily.DANCE, new SchedulerConfig("IPNDMScheduler", Map.of()),
            ModelFamily.VE_SDE, new SchedulerConfig("ScoreSdeVeScheduler", Map.of("sigma_max", 50.0)),
            ModelFamily.VP_SDE, new SchedulerConfig("ScoreSdeVpScheduler", Map.of()),
            ModelFamily.SUB_VP_SDE, new SchedulerConfig("ScoreSdeSubVpScheduler", Map.of()));

    private record Run(float[] start, float[] end, int evaluations, int draws, List<Integer> finished) {}

    private static SamplingPlan plan(SamplerEntry entry, int steps) {
        // a consistency function is a trajectory-consistency function only for jumps all the way down
        Double eta = entry.name().equals("tcd") ? 1.0 : null;
        return SamplingPlanner.plan(
                MODELS.get(entry.family()), new SamplingOptions(entry.name(), null, Steps.of(steps), eta, null, null));
    }

    private static Run run(SamplerEntry entry, SamplingPlan plan, long seed) {
        Noise generator = new CpuGenerator(seed).noise(SIZE);
        float[] start = plan.initial(generator.next());
        int[] counts = new int[2];
        boolean consistency = CONSISTENCY.contains(entry.name());
        Denoiser exact = consistency ? DATA.consistencyFunction() : DATA.denoiser();
        Denoiser denoiser = new CountedDenoiser(exact, counts);
        Noise noise = () -> {
            counts[1]++;
            return generator.next();
        };
        List<Integer> finished = new ArrayList<>();
        float[] end = plan.run(start, denoiser, noise, (step, x) -> finished.add(step));
        return new Run(start, end, counts[0], counts[1], finished);
    }

    /** Mean and deviation of 4,096 draws: five standard errors, that is one false alarm in a million seeds. */
    @ParameterizedTest
    @MethodSource("faithfulSamplers")
    void reachesTheDataOfOneGaussian(SamplerEntry entry) {
        int steps = entry.facts().stochastic() ? 400 : 50;
        SamplingPlan plan = plan(entry, CONSISTENCY.contains(entry.name()) ? 4 : steps);
        Run run = run(entry, plan, 7);
        double error = DATA.deviation() / Math.sqrt(SIZE);
        assertThat(mean(run.end())).isCloseTo(DATA.mean(), within(5 * error));
        assertThat(deviation(run.end())).isCloseTo(DATA.deviation(), within(5 * error / Math.sqrt(2)));
    }

    @ParameterizedTest
    @MethodSource("faithfulSamplers")
    void followsTheProbabilityFlowWhereItIsDeterministic(SamplerEntry entry) {
        if (entry.facts().stochastic()) {
            return;
        }
        SamplingPlan plan = plan(entry, 50);
        Run run = run(entry, plan, 8);
        NoiseLevel from = plan.schedule().from(0);
        NoiseLevel to = plan.schedule().to(plan.schedule().size() - 1);
        for (int i = 0; i < SIZE; i += 97) {
            assertThat((double) run.end()[i]).isCloseTo(DATA.transported(run.start()[i], from, to), within(0.1));
        }
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void sameSeedGivesTheSameBits(SamplerEntry entry) {
        SamplingPlan plan = plan(entry, 8);
        assertThat(run(entry, plan, 42).end()).isEqualTo(run(entry, plan, 42).end());
        assertThat(run(entry, plan, 42).end()).isNotEqualTo(run(entry, plan, 43).end());
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void drawsNoiseOnlyIfItIsStochastic(SamplerEntry entry) {
        Run run = run(entry, plan(entry, 24), 1);
        assertThat(run.draws() > 0).isEqualTo(entry.facts().stochastic());
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void countsItsEvaluationsAndSteps(SamplerEntry entry) {
        if (entry.name().equals("dpm_adaptive") || entry.name().endsWith("probability_flow")) {
            return;
        }
        SamplingPlan plan = plan(entry, 8);
        Run run = run(entry, plan, 1);
        assertThat(run.evaluations()).isEqualTo(plan.evaluations());
        assertThat(run.finished()).isSorted();
        assertThat(run.finished()).last().isEqualTo(plan.schedule().size() - 1);
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void takesASingleStepAndStaysFinite(SamplerEntry entry) {
        Run run = run(entry, plan(entry, 1), 1);
        for (float value : run.end()) {
            assertThat(value).isFinite();
        }
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void leavesItsArgumentAlone(SamplerEntry entry) {
        SamplingPlan plan = plan(entry, 4);
        float[] start = plan.initial(new CpuGenerator(3).normals(SIZE));
        float[] before = start.clone();
        plan.run(
                start,
                new CountedDenoiser(DATA.denoiser(), new int[1]),
                new CpuGenerator(4).noise(SIZE),
                StepObserver.none());
        assertThat(start).isEqualTo(before);
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double deviation(float[] values) {
        double mean = mean(values);
        double[] squares = new double[values.length];
        Arrays.setAll(squares, i -> (values[i] - mean) * (values[i] - mean));
        return Math.sqrt(Arrays.stream(squares).average().orElseThrow());
    }
}
