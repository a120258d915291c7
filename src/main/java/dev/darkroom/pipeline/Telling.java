package dev.darkroom.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * What a pass is told.
 *
 * @param other what the picture shows, where that is not the image's prompt; else null
 * @param guidanceScale how strongly the prompt is followed; 1 for no guidance
 */
record Telling(@Nullable String other, double guidanceScale) {

    /** The image's prompt. */
    static Telling of(double guidanceScale) {
        return new Telling(null, guidanceScale);
    }

    /** The prompt for an image whose own one is given. */
    String prompt(String own) {
        return other == null ? own : other;
    }
}
