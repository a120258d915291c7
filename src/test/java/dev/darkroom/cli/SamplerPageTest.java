package dev.darkroom.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.denoise.plan.SamplerCatalog;
import dev.darkroom.denoise.plan.SamplerEntry;
import dev.darkroom.denoise.plan.ScheduleCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplerPageTest {

    private static final Convergence EXACT = new Convergence(256);
    private static final Convergence MANY = new Convergence(4096);

    @Test
    void thePageInTheRepositoryIsTheOneThatTheCommandWrites() throws IOException {
        assertThat(Files.readString(Path.of("docs/samplers.md")))
                .as("write it anew: darkroom samplers pages docs --without-plots")
                .isEqualTo(SamplerPage.markdown());
    }

    @Test
    void thePageHasEverySamplerAndSchedule() {
        String page = SamplerPage.markdown();
        assertThat(SamplerCatalog.all()).allMatch(sampler -> page.contains("| `" + sampler.name() + "` |"));
        assertThat(ScheduleCatalog.all()).allMatch(schedule -> page.contains("| `" + schedule.name() + "`"));
    }

    static Stream<SamplerEntry> deterministic() {
        return ConvergenceSheets.samplers(false).stream();
    }

    /**
     * Seen between 20 and 160 steps. Higher orders than two pay in error, not in slope: such samplers begin with steps of
     * lower order, and IPNDM takes its steps for equally long.
     */
    @ParameterizedTest
    @MethodSource("deterministic")
    void theStatedOrderShows(SamplerEntry sampler) {
        double coarse = EXACT.deterministic(sampler, 20).error();
        double fine = EXACT.deterministic(sampler, 160).error();
        int order = sampler.facts().order();
        assertThat(Math.log(coarse / fine) / Math.log(8)).isGreaterThan(Math.min(order, 2) - 0.35);
        if (order > 2) {
            SamplerEntry second = SamplerCatalog.get("dpmpp_2m").sampler();
            assertThat(EXACT.deterministic(sampler, 40).error())
                    .isLessThan(EXACT.deterministic(second, 40).error() / 2);
        }
    }

    static Stream<SamplerEntry> stochastic() {
        return ConvergenceSheets.samplers(true).stream();
    }

    /** 4,096 values: the distance is 0.012 on average for exact draws, and the seed is fixed. */
    @ParameterizedTest
    @MethodSource("stochastic")
    void manyStepsReachTheDistribution(SamplerEntry sampler) {
        assertThat(MANY.stochastic(sampler, 120).error()).isLessThan(0.05);
    }
}
