package dev.darkroom.denoise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.denoise.noise.CpuGenerator;
import dev.darkroom.denoise.plan.SamplerCatalog;
import dev.darkroom.denoise.plan.SamplerEntry;
import dev.darkroom.denoise.plan.SamplingOptions;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.denoise.plan.SamplingPlanner;
import dev.darkroom.denoise.sampler.EulerAncestral;
import dev.darkroom.denoise.schedule.Steps;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each stochastic sampler of the catalog draws from the data's distribution, a mixture of two Gaussians with a gap
 * between: the Kolmogorov–Smirnov test on 4,096 values.
 *
 * <p>The critical value 2.69 is passed by a perfect sampler with one seed in a million; the seed here is fixed, so a
 * test that fails is a sampler that changed.
 */
class DistributionTest {

    private static final int SIZE = 4096;
    private static final int STEPS = 150;
    private static final int JUMPS = 4;
    private static final double CRITICAL = 2.69;
    private static final Set<String> CONSISTENCY =
            Set.of("lcm", "tcd", "cm_multistep", "flow_lcm", "flow_euler_stochastic");

    static Stream<SamplerEntry> samplers() {
        return SamplerCatalog.all().stream()
                .filter(entry -> entry.facts().stochastic() && EverySamplerTest.MODELS.containsKey(entry.family()));
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void drawsFromTheDistributionOfTheData(SamplerEntry entry) {
        boolean jumps = CONSISTENCY.contains(entry.name());
        SamplingPlan plan = plan(entry, jumps ? JUMPS : STEPS);
        Denoiser exact = jumps ? MixtureOnALine.consistencyFunction() : MixtureOnALine.denoiser();
        assertThat(statistic(plan, plan.sampler(), exact)).isLessThan(CRITICAL);
    }

    /** The test sees a sampler whose noise is a fifth too small. */
    @Test
    void aSamplerThatDrawsWrongIsSeen() {
        SamplingPlan plan = plan(SamplerCatalog.get("euler_ancestral").sampler(), STEPS);
        assertThat(statistic(plan, new EulerAncestral(1, 0.8), MixtureOnALine.denoiser()))
                .isGreaterThan(CRITICAL);
    }

    private static SamplingPlan plan(SamplerEntry entry, int steps) {
        // a consistency function is a trajectory-consistency function only for jumps all the way down
        Double eta = entry.name().equals("tcd") ? 1.0 : null;
        return SamplingPlanner.plan(
                EverySamplerTest.MODELS.get(entry.family()),
                new SamplingOptions(entry.name(), null, Steps.of(steps), eta, null, null));
    }

    private static double statistic(SamplingPlan plan, Sampler sampler, Denoiser exact) {
        Noise noise = new CpuGenerator(11).noise(SIZE);
        float[] start = plan.initial(noise.next());
        Denoiser denoiser = new CountedDenoiser(exact, new int[1]);
        return MixtureOnALine.kolmogorovSmirnov(
                sampler.sample(start, plan.schedule(), denoiser, noise, StepObserver.none()));
    }
}
