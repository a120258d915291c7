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

    @Test
    void thePageInTheRepositoryIsTheOneThatTheCommandWrites() throws IOException {
        assertThat(Files.readString(Path.of("docs/samplers.md")))
                .as("write it anew: darkroom samplers pages docs")
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

    /** The order that the catalog states, seen between 40 and 80 steps; what float latents allow ends it at 1e-5. */
    @ParameterizedTest
    @MethodSource("deterministic")
    void theStatedOrderShows(SamplerEntry sampler) {
        Convergence convergence = new Convergence(512);
        Convergence.Point coarse = convergence.deterministic(sampler, 40);
        Convergence.Point fine = convergence.deterministic(sampler, 80);
        double order = Math.log(coarse.error() / fine.error()) / Math.log(2);
        assertThat(order).isGreaterThan(sampler.facts().order() - 0.35);
    }

    static Stream<SamplerEntry> stochastic() {
        return ConvergenceSheets.samplers(true).stream();
    }

    /** 8,192 values: the distance is 0.009 on average for exact draws and above 0.03 once in millions of seeds. */
    @ParameterizedTest
    @MethodSource("stochastic")
    void manyStepsReachTheDistribution(SamplerEntry sampler) {
        assertThat(new Convergence(8192).stochastic(sampler, 150).error()).isLessThan(0.03);
    }
}
