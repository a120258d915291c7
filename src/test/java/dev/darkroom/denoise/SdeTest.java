package dev.darkroom.denoise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.denoise.plan.SamplingOptions;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.denoise.plan.SamplingPlanner;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.Steps;
import dev.darkroom.denoise.sde.Discretization;
import dev.darkroom.denoise.sde.LinearBeta;
import dev.darkroom.denoise.sde.ReverseIncrement;
import dev.darkroom.denoise.sde.Sde;
import dev.darkroom.denoise.sde.SubVariancePreservingSde;
import dev.darkroom.denoise.sde.TimeGrid;
import dev.darkroom.denoise.sde.VarianceExplodingSde;
import dev.darkroom.denoise.sde.VariancePreservingSde;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The three forward processes agree with themselves: level, drift, diffusion and time say the same. */
class SdeTest {

    private static final Sde[] ALL = {
        new VarianceExplodingSde(0.01, 50),
        new VariancePreservingSde(LinearBeta.USUAL),
        new SubVariancePreservingSde(LinearBeta.USUAL)
    };

    /** {@code d alpha / dt = f alpha} and {@code d sigma^2 / dt = 2 f sigma^2 + g^2}: the moments of equation 5. */
    @Property
    void levelSolvesTheEquationsOfItsMoments(
            @ForAll @IntRange(max = 2) int which, @ForAll @DoubleRange(min = 0.01, max = 0.99) double time) {
        Sde sde = ALL[which];
        double h = 1e-5;
        NoiseLevel before = sde.level(time - h);
        NoiseLevel level = sde.level(time);
        NoiseLevel after = sde.level(time + h);
        double slope = (after.alpha() - before.alpha()) / (2 * h);
        double variance = level.sigma() * level.sigma();
        double growth = (after.sigma() * after.sigma() - before.sigma() * before.sigma()) / (2 * h);
        double expected = 2 * sde.drift(time) * variance + sde.squaredDiffusion(time);
        assertThat(slope).isCloseTo(sde.drift(time) * level.alpha(), within(1e-6));
        assertThat(growth).isCloseTo(expected, within(1e-6 * (1 + Math.abs(expected))));
    }

    @Property
    void timeIsTheInverseOfTheRatio(
            @ForAll @IntRange(max = 2) int which, @ForAll @DoubleRange(min = 0.01, max = 1) double time) {
        NoiseLevel level = ALL[which].level(time);
        assertThat(ALL[which].time(level.sigma() / level.alpha())).isCloseTo(time, within(1e-9));
    }

    /** Short steps of every discretization are those of Euler and Maruyama. */
    @Property
    void discretizationsAgreeInShortSteps(@ForAll @DoubleRange(min = 0.1, max = 0.9) double time) {
        double length = 1e-6;
        for (Sde sde : ALL) {
            var step = new Schedule.Step(sde.level(time), sde.level(time - length));
            ReverseIncrement euler = Discretization.eulerMaruyama(sde).at(step);
            ReverseIncrement exact = Discretization.transition().at(step);
            assertThat(exact.variance()).isCloseTo(euler.variance(), within(1e-4 * euler.variance()));
            assertThat(exact.drift()).isCloseTo(euler.drift(), within(1e-4 * Math.abs(euler.drift()) + 1e-15));
            assertThat(exact.kept()).isCloseTo(euler.kept(), within(1e-9));
        }
    }

    @Test
    void gridsEndWhereTheyShould() {
        TimeGrid grid = new TimeGrid(ALL[1], 1e-3);
        Schedule chained = grid.chained(10);
        assertThat(chained.from(0).timestep()).isEqualTo(1);
        assertThat(chained.to(9).timestep()).isEqualTo(1e-3);
        Schedule overlapping = grid.overlapping(10);
        assertThat(overlapping.from(9).timestep()).isEqualTo(1e-3);
        assertThat(overlapping.to(9).clean()).isTrue();
        assertThat(overlapping.from(0).timestep() - overlapping.to(0).timestep())
                .isCloseTo(0.1, within(1e-12));
        assertThat(grid.throughLevels(10).to(9).clean()).isTrue();
    }

    @Test
    void processesThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new VarianceExplodingSde(1, 0.5)).hasMessageContaining("sigma_max");
        assertThatThrownBy(() -> new LinearBeta(2, 1)).hasMessageContaining("beta_max");
        assertThatThrownBy(() -> new TimeGrid(ALL[0], 0)).hasMessageContaining("sampling_eps");
    }

    /** A name that many families know means the one of the model. */
    @Test
    void aScoreModelGetsTheSamplerOfItsOwnSde() {
        SamplingPlan plan = SamplingPlanner.plan(
                new SchedulerConfig("ScoreSdeVpScheduler", Map.of("beta_max", 15)),
                new SamplingOptions("predictor_corrector", null, Steps.of(20), null, null, null));
        assertThat(plan.sampler().getClass().getSimpleName()).isEqualTo("PredictorCorrector");
        assertThat(plan.schedule().from(0)).isEqualTo(new VariancePreservingSde(new LinearBeta(0.1, 15)).level(1));
    }
}
