package dev.darkroom.training.world.scene;

import java.util.List;
import java.util.Locale;

/** How much of the picture a single thing fills. */
public enum Extent {
    SMALL("small", "tiny", "little"),
    MEDIUM(),
    BIG("big", "large", "huge");

    private final List<String> words;

    Extent(String... words) {
        this.words = List.of(words);
    }

    public List<String> words() {
        return words;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
