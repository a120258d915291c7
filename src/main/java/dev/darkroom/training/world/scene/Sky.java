package dev.darkroom.training.world.scene;

import java.util.List;
import java.util.Locale;

/** What hangs over a landscape. */
public enum Sky {
    NONE(),
    SUN("the sun"),
    MOON("the moon"),
    CLOUDS("clouds"),
    STARS("stars"),
    RAINBOW("a rainbow");

    private final List<String> words;

    Sky(String... words) {
        this.words = List.of(words);
    }

    public List<String> words() {
        return words;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
