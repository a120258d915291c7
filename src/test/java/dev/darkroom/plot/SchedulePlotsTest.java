package dev.darkroom.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.plan.ScheduleCatalog;
import dev.darkroom.denoise.schedule.BetaSchedule;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.generation.InvalidRequestException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchedulePlotsTest {

    private static final SchedulerConfig STABLE_DIFFUSION = new SchedulerConfig(
            "PNDMScheduler",
            Map.of(
                    "beta_schedule",
                    "scaled_linear",
                    "beta_start",
                    0.00085,
                    "beta_end",
                    0.012,
                    "num_train_timesteps",
                    1000,
                    "steps_offset",
                    1));

    private final SchedulePlots plots = new SchedulePlots(150);

    @Test
    void everyNamedScheduleHasASheetOfFourPanelsWithPointsOnEach() {
        for (String name : SchedulePlots.names()) {
            Sheet sheet = plots.sheet(request(name, List.of(), Optional.empty()));
            assertThat(sheet.panels()).as(name).hasSize(4);
            for (Panel panel : sheet.panels()) {
                long shown = Arrays.stream(panel.curves().get(0).y())
                        .filter(y -> Double.isFinite(y) && (!panel.y().logarithmic() || y > 0))
                        .count();
                assertThat(shown).as(name + ": " + panel.title()).isGreaterThan(9);
            }
        }
    }

    @Test
    void namesAndAliasesOfVarianceSchedulesMeanOneThing() {
        Set<String> names = new HashSet<>();
        VarianceSchedules.all()
                .forEach(schedule -> Stream.concat(Stream.of(schedule.name()), schedule.aliases().stream())
                        .forEach(name -> assertThat(names.add(name)).as(name).isTrue()));
        assertThat(VarianceSchedules.all())
                .allSatisfy(schedule -> assertThat(ScheduleCatalog.find(schedule.name()))
                        .as(schedule.name())
                        .isEmpty());
        assertThat(VarianceSchedules.find("Squared-Cos cap v2")).isEqualTo(VarianceSchedules.find("cosine"));
    }

    @Test
    void betaOfATableIsTheTablesBeta() {
        List<NoiseLevel> levels =
                VarianceSchedules.find("scaled_linear").orElseThrow().levels(1000);
        double[] betas = BetaSchedule.SCALED_LINEAR.betas(1000, 0.00085, 0.012);
        double[] shown = curve(levels).beta().y();
        for (int t = 0; t < betas.length; t++) {
            assertThat(shown[t + 1]).isCloseTo(betas[t], within(1e-12));
        }
    }

    @Test
    void theFourQuantitiesSayTheSame() {
        for (VarianceSchedule schedule : VarianceSchedules.all()) {
            LevelCurve curve = curve(schedule.levels(100));
            for (int i = 1; i < 100; i++) {
                double logSnr = curve.logSnr().y()[i];
                assertThat(curve.alphaBar().y()[i])
                        .as(schedule.name())
                        .isCloseTo(1 / (1 + Math.exp(-logSnr)), within(1e-9));
                assertThat(Math.log(curve.sigma().y()[i])).isCloseTo(-logSnr / 2, within(1e-9));
            }
        }
    }

    /** Song et al. 2021, equation 29: the sub-VP variance is the square of the VP variance. */
    @Test
    void subVariancePreservingKeepsTheMeanAndSquaresTheVariance() {
        List<NoiseLevel> vp = VarianceSchedules.find("vp_sde").orElseThrow().levels(50);
        List<NoiseLevel> sub =
                VarianceSchedules.find("sub_vp_sde").orElseThrow().levels(50);
        for (int i = 0; i <= 50; i++) {
            assertThat(sub.get(i).alpha()).isEqualTo(vp.get(i).alpha());
            double variance = vp.get(i).sigma() * vp.get(i).sigma();
            assertThat(sub.get(i).sigma() * sub.get(i).sigma()).isCloseTo(variance * variance, within(1e-12));
        }
    }

    @Test
    void aRunsSigmasFallToZero() {
        Sheet sheet = plots.sheet(request("karras", List.of("beta"), Optional.of(30)));
        double[] sigma = sheet.panels().get(3).curves().get(0).y();
        assertThat(sigma).hasSize(31);
        assertThat(sigma[30]).isZero();
        for (int i = 1; i < sigma.length; i++) {
            assertThat(sigma[i]).isLessThan(sigma[i - 1]);
        }
        assertThat(sheet.names()).containsExactly("Karras", "Beta");
    }

    @Test
    void kindsDoNotMixAndBoundsHold() {
        assertMisfit(request("karras", List.of("cosine"), Optional.empty()), "with: \"cosine\" is a variance schedule");
        assertMisfit(request("cosine", List.of("karras"), Optional.empty()), "with: \"karras\" is a sigma schedule");
        assertMisfit(request("cosine", List.of("sigmiod"), Optional.empty()), "did you mean sigmoid");
        assertMisfit(request("karras", List.of(), Optional.of(151)), "from 1 to 150");
        assertMisfit(request("linear", List.of(), Optional.of(1)), "from 2 to 4000");
        assertMisfit(request("linear", List.of("a", "a", "a", "a", "a", "a", "a", "a"), Optional.empty()), "at most 7");
    }

    @Test
    void theSameNameIsDrawnOnce() {
        assertThat(plots.sheet(request("cosine", List.of("cosine", "squaredcos_cap_v2"), Optional.empty()))
                        .names())
                .containsExactly("Cosine");
    }

    private void assertMisfit(SchedulePlots.Request request, String message) {
        assertThatThrownBy(() -> plots.sheet(request))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining(message);
    }

    private static SchedulePlots.Request request(String name, List<String> with, Optional<Integer> steps) {
        return new SchedulePlots.Request(name, with, steps, "sd15", STABLE_DIFFUSION);
    }

    private static LevelCurve curve(List<NoiseLevel> levels) {
        double[] x = new double[levels.size()];
        Arrays.setAll(x, i -> i);
        return new LevelCurve("any", x, levels);
    }
}
