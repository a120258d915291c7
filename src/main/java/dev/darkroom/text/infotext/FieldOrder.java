package dev.darkroom.text.infotext;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The order in which webui writes fields: its own first, then what others add, at last who made the picture. */
final class FieldOrder {

    private static final List<String> FIRST = List.of(
            "Steps",
            "Sampler",
            "Schedule type",
            "CFG scale",
            "Image CFG scale",
            "Seed",
            "Face restoration",
            "Size",
            "Model hash",
            "Model",
            "FP8 weight",
            "VAE hash",
            "VAE",
            "Variation seed",
            "Variation seed strength",
            "Seed resize from",
            "Denoising strength",
            "Conditional mask weight",
            "Clip skip",
            "ENSD",
            "Token merging ratio",
            "Token merging ratio hr",
            "Init image hash",
            "RNG",
            "Tiling");
    private static final List<String> LAST = List.of("Version", "User");

    private FieldOrder() {}

    /** The same fields in order; those that are not listed keep theirs. */
    static Map<String, String> sorted(Map<String, String> fields) {
        List<String> names = new ArrayList<>(fields.keySet());
        names.removeAll(FIRST);
        names.removeAll(LAST);
        names.addAll(0, FIRST);
        names.addAll(LAST);
        Map<String, String> sorted = new LinkedHashMap<>();
        for (String name : names) {
            String value = fields.get(name);
            if (value != null) {
                sorted.put(name, value);
            }
        }
        return sorted;
    }
}
