package dev.darkroom.denoise.guidance;

import java.util.Arrays;

/** What is done to a predicted clean latent that leaves the range of the training data. */
@FunctionalInterface
public interface Thresholding {

    /** No thresholding. */
    Thresholding NONE = denoised -> denoised;

    /** The thresholded latent of one image; the argument is not changed. */
    float[] apply(float[] denoised);

    /** Clamps to {@code [-range, range]}. */
    static Thresholding clip(double range) {
        return denoised -> clamped(denoised, range, 1);
    }

    /**
     * Dynamic thresholding: Saharia et al. 2022 (Imagen), section 2.3,
     * <a href="https://arxiv.org/abs/2205.11487">arXiv:2205.11487</a>. Clamps to the quantile of the absolute values and
     * divides by it; the quantile itself is held between 1 and {@code largest}.
     *
     * @param ratio which quantile, 0 to 1
     * @param largest upper bound of the quantile, 1 or more
     */
    static Thresholding dynamic(double ratio, double largest) {
        return denoised -> {
            double bound = Math.max(1, Math.min(largest, quantileOfMagnitudes(denoised, ratio)));
            return clamped(denoised, bound, bound);
        };
    }

    /**
     * Dynamic thresholding for latents, which have no range of their own: as above without an upper bound of the quantile,
     * but towards {@code [-range, range]} instead of {@code [-1, 1]}. What lies within the range stays as it is.
     */
    static Thresholding within(double ratio, double range) {
        return denoised -> {
            double bound = Math.max(range, quantileOfMagnitudes(denoised, ratio));
            return clamped(denoised, bound, bound / range);
        };
    }

    private static float[] clamped(float[] values, double bound, double divisor) {
        float[] clamped = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            clamped[i] = (float) (Math.max(-bound, Math.min(bound, values[i])) / divisor);
        }
        return clamped;
    }

    /** Interpolates linearly between order statistics. */
    private static double quantileOfMagnitudes(float[] values, double ratio) {
        float[] magnitudes = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            magnitudes[i] = Math.abs(values[i]);
        }
        Arrays.sort(magnitudes);
        double position = ratio * (values.length - 1);
        int low = (int) position;
        int high = Math.min(low + 1, values.length - 1);
        return magnitudes[low] + (position - low) * ((double) magnitudes[high] - magnitudes[low]);
    }
}
