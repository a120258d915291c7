package dev.darkroom.denoise.ode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DormandPrinceTest {

    private static final OrdinarySystem CIRCLE = (t, y) -> new double[] {-y[1], y[0]};

    /** With a loose tolerance the longest step rules: halving it divides the error by 2^5. */
    @Test
    void convergesWithOrderFive() {
        double coarse = circleError(0.4, 0.9);
        double fine = circleError(0.2, 0.9);
        assertThat(Math.log(coarse / fine) / Math.log(2)).isBetween(4.7, 5.5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1e-6, 1e-9})
    void staysWithinATimesItsTolerance(double tolerance) {
        assertThat(circleError(10, tolerance)).isLessThan(20 * tolerance);
    }

    @Test
    void walksBackwardsToWhereItCameFrom() {
        DormandPrince solver = new DormandPrince(Tolerance.of(1e-10), 1);
        double[] there = solver.integrate(CIRCLE, 0, new double[] {1, 0.5}, 3, (t, y) -> {});
        double[] back = solver.integrate(CIRCLE, 3, there, 0, (t, y) -> {});
        assertThat(back[0]).isCloseTo(1, within(1e-8));
        assertThat(back[1]).isCloseTo(0.5, within(1e-8));
    }

    @Test
    void tellsOfItsStepsAndEndsExactlyAtTheEnd() {
        List<Double> reached = new ArrayList<>();
        new DormandPrince(Tolerance.of(1e-4), 0.5)
                .integrate(CIRCLE, 0, new double[] {1, 0}, 2, (t, y) -> reached.add(t));
        assertThat(reached).isSorted().last().isEqualTo(2.0);
    }

    @Test
    void nothingIsAskedWhereThereIsNowhereToGo() {
        double[] y = {1};
        assertThat(new DormandPrince(Tolerance.of(1e-3), 1)
                        .integrate(
                                (t, state) -> {
                                    throw new AssertionError("evaluated");
                                },
                                2,
                                y,
                                2,
                                (t, state) -> {}))
                .isEqualTo(y);
    }

    @Test
    void givesUpOnWhatHasNoSolution() {
        Tolerance few = new Tolerance(1e-6, 1e-6, 500);
        assertThatThrownBy(() -> new DormandPrince(few, 1)
                        .integrate((t, y) -> new double[] {y[0] * y[0]}, 0, new double[] {1}, 2, (t, y) -> {}))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("tolerance");
        assertThatThrownBy(() -> new DormandPrince(few, 1)
                        .integrate((t, y) -> new double[] {Double.NaN}, 0, new double[] {1}, 2, (t, y) -> {}))
                .isInstanceOf(ArithmeticException.class);
    }

    private static double circleError(double longest, double tolerance) {
        double[] end = new DormandPrince(Tolerance.of(tolerance), longest)
                .integrate(CIRCLE, 0, new double[] {1, 0}, 4, (t, y) -> {});
        return Math.hypot(end[0] - Math.cos(4), end[1] - Math.sin(4));
    }
}
