package dev.darkroom.training.data;

import dev.darkroom.image.Picture;
import java.util.List;
import java.util.Map;

/**
 * One picture to learn from.
 *
 * @param key names the example within its source: a file name without its ending, or a number
 * @param picture opaque
 * @param captions alternatives of equal worth, in the source's order; empty when the source has none
 * @param attributes what is known about the picture beside its captions, for instance {@code colour=red}; may be empty
 */
public record Example(String key, Picture picture, List<String> captions, Map<String, String> attributes) {

    public Example {
        if (picture.hasAlpha()) {
            throw new IllegalArgumentException("example " + key + " has alpha; lay it over a background first");
        }
        captions = List.copyOf(captions);
        attributes = Map.copyOf(attributes);
    }

    /** The same example with another picture, for instance cropped. */
    public Example withPicture(Picture other) {
        return new Example(key, other, captions, attributes);
    }
}
