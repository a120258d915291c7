package dev.darkroom.denoise.sde;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Schedule.LevelFinder;
import dev.darkroom.denoise.ode.OrdinarySystem;

/**
 * The probability-flow ODE of any SDE with linear drift: Song et al. 2021, equation 13,
 * <a href="https://arxiv.org/abs/2011.13456">arXiv:2011.13456</a>. With {@code y = x / alpha} and
 * {@code s = sigma / alpha} it is {@code dy/ds = (y - D) / s} whatever the SDE (Karras et al. 2022, equation 1).
 *
 * <p>It is solved for {@code z = y / sqrt(1 + s^2)}, which is {@code x} in a variance-preserving frame, over
 * {@code log s}: there every value stays near 1 and what happens is spread over some units of time.
 *
 * @param denoiser asked in its own frame
 * @param levels the level of a ratio s, in that frame
 */
public record FlowOde(Denoiser denoiser, LevelFinder levels) implements OrdinarySystem {

    /** What happens to a latent takes about as long as this; longer steps could jump across it. */
    public static final double LONGEST_STEP = 1;

    @Override
    public double[] slope(double logRatio, double[] z) {
        double ratio = Math.exp(logRatio);
        double scale = Math.hypot(1, ratio);
        double noisy = ratio / scale;
        float[] denoised = denoised(z, ratio);
        double[] slope = new double[z.length];
        for (int i = 0; i < slope.length; i++) {
            slope[i] = z[i] - denoised[i] / scale - z[i] * noisy * noisy;
        }
        return slope;
    }

    /** The clean latent that the denoiser predicts. */
    public float[] denoised(double[] z, double ratio) {
        NoiseLevel level = levels.at(ratio);
        return denoiser.denoise(latent(z, level), level);
    }

    /** The state of a latent. */
    public static double[] state(float[] x, NoiseLevel level) {
        double norm = Math.hypot(level.alpha(), level.sigma());
        double[] z = new double[x.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = x[i] / norm;
        }
        return z;
    }

    /** The latent of a state. */
    public static float[] latent(double[] z, NoiseLevel level) {
        double norm = Math.hypot(level.alpha(), level.sigma());
        float[] x = new float[z.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) (z[i] * norm);
        }
        return x;
    }
}
