package dev.darkroom.latent;

/**
 * Resizes latents as {@code torch.nn.functional.interpolate} does with {@code align_corners=False}: separable, in single
 * precision, no clamping.
 */
public final class LatentResize {

    private LatentResize() {}

    /**
     * The latent at another size.
     *
     * @param latent [channels, height, width] flattened
     * @return [channels, newHeight, newWidth] flattened
     */
    public static float[] resize(
            float[] latent, int height, int width, int newHeight, int newWidth, LatentFilter filter) {
        float[] rows = along(latent, height, width, newWidth, filter);
        return transposed(
                along(transposed(rows, height, newWidth), newWidth, height, newHeight, filter), newWidth, newHeight);
    }

    /** Each row of [channels * height, width] at another width. */
    private static float[] along(float[] latent, int height, int width, int newWidth, LatentFilter filter) {
        int rows = latent.length / width;
        float[] resized = new float[rows * newWidth];
        for (int x = 0; x < newWidth; x++) {
            LatentFilter.Taps taps = filter.taps(x, width, newWidth);
            for (int row = 0; row < rows; row++) {
                float sum = 0;
                for (int i = 0; i < taps.weights().length; i++) {
                    int at = Math.max(0, Math.min(width - 1, taps.first() + i));
                    sum += taps.weights()[i] * latent[row * width + at];
                }
                resized[row * newWidth + x] = sum;
            }
        }
        return resized;
    }

    /** [channels, height, width] to [channels, width, height]. */
    private static float[] transposed(float[] latent, int height, int width) {
        int plane = height * width;
        float[] turned = new float[latent.length];
        for (int i = 0; i < latent.length; i++) {
            int y = i % plane / width;
            turned[i / plane * plane + i % width * height + y] = latent[i];
        }
        return turned;
    }
}
