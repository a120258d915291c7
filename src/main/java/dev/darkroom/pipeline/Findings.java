package dev.darkroom.pipeline;

import dev.darkroom.image.PicturePlanes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a run found out beside its pictures: names and numbers for its report. Thread-safe. */
final class Findings {

    private final Map<String, Double> values = new LinkedHashMap<>();
    private float @Nullable [] original;

    synchronized void put(String name, double value) {
        values.put(name, value);
    }

    /** The first picture is to be compared with this one, [3, height, width] in [-1, 1]. */
    synchronized void compareWith(float[] picture) {
        original = picture;
    }

    /** The pictures are there. */
    synchronized void finished(List<float[]> pictures) {
        if (original != null) {
            values.put("psnr", PicturePlanes.psnr(original, pictures.get(0)));
        }
    }

    /** All so far, in the order in which they were found. */
    synchronized Map<String, Double> report() {
        return new LinkedHashMap<>(values);
    }
}
