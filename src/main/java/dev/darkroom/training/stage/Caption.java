package dev.darkroom.training.stage;

import dev.darkroom.training.data.Example;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What is said about an example.
 *
 * @param key of the example
 * @param texts of equal worth; may be empty
 * @param attributes labels by name
 */
record Caption(String key, List<String> texts, Map<String, String> attributes) {

    static Caption of(Example example) {
        return new Caption(example.key(), example.captions(), example.attributes());
    }

    /** One of the texts; an empty one if there is none. */
    String any(SplittableRandom random) {
        return texts.isEmpty() ? "" : texts.get(random.nextInt(texts.size()));
    }
}
