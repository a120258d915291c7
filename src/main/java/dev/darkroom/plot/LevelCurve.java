package dev.darkroom.plot;

import dev.darkroom.denoise.NoiseLevel;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How noisy something is along an axis, in four ways that say the same. All are those of the variance-preserving process
 * with the same signal-to-noise ratio, so that processes of any frame can be compared.
 *
 * @param name of the curve
 * @param x where, as many as levels
 * @param levels how noisy
 */
@SuppressWarnings("ArrayRecordComponent")
record LevelCurve(String name, double[] x, List<NoiseLevel> levels) {

    LevelCurve {
        levels = List.copyOf(levels);
    }

    /** Share of the signal: {@code alpha^2 / (alpha^2 + sigma^2)}. */
    Curve alphaBar() {
        return curve(IntStream.range(0, x.length).mapToDouble(this::share).toArray());
    }

    /** Logarithm of the signal-to-noise ratio; infinite where there is no noise. */
    Curve logSnr() {
        return curve(levels.stream().mapToDouble(level -> 2 * level.lambda()).toArray());
    }

    /** Noise to signal. */
    Curve sigma() {
        return curve(levels.stream()
                .mapToDouble(level -> level.sigma() / level.alpha())
                .toArray());
    }

    /** Variance that lies between a level and its neighbour: 1 minus the quotient of their shares, noisier over cleaner. */
    Curve beta() {
        double[] betas = new double[x.length];
        betas[0] = Double.NaN;
        for (int i = 1; i < x.length; i++) {
            double a = share(i);
            double b = share(i - 1);
            betas[i] = 1 - Math.min(a, b) / Math.max(a, b);
        }
        return curve(betas);
    }

    private double share(int i) {
        NoiseLevel level = levels.get(i);
        double signal = level.alpha() * level.alpha();
        return signal / (signal + level.sigma() * level.sigma());
    }

    private Curve curve(double[] y) {
        return new Curve(name, x, y);
    }
}
