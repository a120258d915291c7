package dev.darkroom.denoise.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.noise.CpuGenerator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HutchinsonTraceTest {

    private static final NoiseLevel LEVEL = new NoiseLevel(0, 1, 1);
    private static final int SIZE = 64;

    /** A Jacobian with a heavy diagonal and a band beside it. */
    private static final Denoiser BAND = (x, level) -> {
        float[] y = new float[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = 0.5f * x[i] + 0.25f * x[(i + 1) % y.length] + (float) Math.sin(x[i]);
        }
        return y;
    };

    /** The mean of 400 estimates lies within five standard errors of the truth: a false alarm in a million seeds. */
    @ParameterizedTest
    @EnumSource(ProbeDistribution.class)
    void itsExpectationIsTheTrace(ProbeDistribution distribution) {
        float[] x = new CpuGenerator(5).normals(SIZE);
        List<float[]> probes = distribution.draw(400, SIZE, new CpuGenerator(6));
        double[] estimates = new HutchinsonTrace(new CentralDifference(BAND, 1e-3), probes).at(x, LEVEL);
        double trace = 0;
        for (float value : x) {
            trace += 0.5 + Math.cos(value);
        }
        double mean = 0;
        double squares = 0;
        for (double estimate : estimates) {
            mean += estimate / estimates.length;
            squares += estimate * estimate / estimates.length;
        }
        double error = Math.sqrt((squares - mean * mean) / estimates.length);
        assertThat(mean).isCloseTo(trace, within(5 * error));
        assertThat(error).isPositive();
    }

    /** With signs the diagonal is exact: only what lies beside it scatters. */
    @Test
    void signsSeeADiagonalJacobianExactly() {
        List<float[]> probes = ProbeDistribution.RADEMACHER.draw(3, SIZE, new CpuGenerator(1));
        Denoiser half = (x, level) -> {
            float[] y = x.clone();
            for (int i = 0; i < y.length; i++) {
                y[i] *= 0.5f;
            }
            return y;
        };
        float[] x = new CpuGenerator(2).normals(SIZE);
        double[] estimates = new HutchinsonTrace(new CentralDifference(half, 1e-3), probes).at(x, LEVEL);
        for (double estimate : estimates) {
            assertThat(estimate).isCloseTo(SIZE / 2.0, within(0.01));
        }
    }

    /** Truncation falls with the square of the step until rounding takes over. */
    @Test
    void differencesAreAsExactAsTheyPromise() {
        float[] x = new CpuGenerator(7).normals(SIZE);
        float[] v = ProbeDistribution.NORMAL.draw(1, SIZE, new CpuGenerator(8)).get(0);
        assertThat(worst(x, v, 0.2)).isBetween(1e-3, 0.2);
        assertThat(worst(x, v, 0.02)).isLessThan(worst(x, v, 0.2) / 50);
        assertThat(worst(x, v, 1e-3)).isLessThan(5e-4);
    }

    @Test
    void aBlankLatentHasADerivativeToo() {
        double[] product = new CentralDifference(BAND, 1e-3).along(new float[4], LEVEL, new float[] {1, 0, 0, 0});
        assertThat(product[0]).isCloseTo(1.5, within(1e-3));
        assertThat(product[3]).isCloseTo(0.25, within(1e-3));
    }

    @Test
    void noProbesAndNoStepAreRefused() {
        assertThatThrownBy(() -> new HutchinsonTrace((x, level, v) -> new double[1], List.of()))
                .hasMessageContaining("probe");
        assertThatThrownBy(() -> new CentralDifference(BAND, 0)).hasMessageContaining("step");
    }

    private static double worst(float[] x, float[] v, double step) {
        double[] product = new CentralDifference(BAND, step).along(x, LEVEL, v);
        double worst = 0;
        for (int i = 0; i < x.length; i++) {
            double exact = (0.5 + Math.cos(x[i])) * v[i] + 0.25 * v[(i + 1) % x.length];
            worst = Math.max(worst, Math.abs(product[i] - exact));
        }
        return worst;
    }
}
