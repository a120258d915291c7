package dev.darkroom.latent;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Between the autoencoder's raw latents and the sampler's, which have about unit variance: {@code scaled = (raw - mean)
 * * scale}, for each channel.
 *
 * @param mean one number a channel
 * @param scale one number a channel
 */
@SuppressWarnings("ArrayRecordComponent")
record LatentScaling(float[] mean, float[] scale) {

    private static final double DEFAULT_SCALE = 0.18215;

    /** From {@code scaling_factor} with {@code latents_mean} and {@code latents_std}, or with {@code shift_factor}. */
    static LatentScaling of(Map<String, Object> config) {
        int channels = config.get("latent_channels") instanceof Number n ? n.intValue() : 4;
        double factor = config.get("scaling_factor") instanceof Number n ? n.doubleValue() : DEFAULT_SCALE;
        double shift = config.get("shift_factor") instanceof Number n ? n.doubleValue() : 0;
        float[] mean = new float[channels];
        float[] scale = new float[channels];
        Arrays.fill(mean, (float) shift);
        Arrays.fill(scale, (float) factor);
        List<Float> means = numbers(config.get("latents_mean"));
        List<Float> deviations = numbers(config.get("latents_std"));
        for (int c = 0; c < Math.min(channels, Math.min(means.size(), deviations.size())); c++) {
            mean[c] = means.get(c);
            scale[c] = (float) (factor / deviations.get(c));
        }
        return new LatentScaling(mean, scale);
    }

    private static List<Float> numbers(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(v -> ((Number) v).floatValue()).toList()
                : List.of();
    }

    /** Raw to scaled. */
    float[] scaled(float[] raw) {
        float[] result = new float[raw.length];
        int plane = raw.length / mean.length;
        for (int i = 0; i < raw.length; i++) {
            result[i] = (raw[i] - mean[i / plane]) * scale[i / plane];
        }
        return result;
    }

    /** Scaled to raw. */
    float[] raw(float[] scaled) {
        float[] result = new float[scaled.length];
        int plane = scaled.length / mean.length;
        for (int i = 0; i < scaled.length; i++) {
            result[i] = scaled[i] / scale[i / plane] + mean[i / plane];
        }
        return result;
    }
}
