package dev.darkroom.training.world.scene;

import java.util.List;
import java.util.Locale;

/** What a face wears. */
public enum Wear {
    NONE(),
    HAT("a hat"),
    PARTY_HAT("a party hat"),
    CROWN("a crown", "a golden crown"),
    GLASSES("glasses", "round glasses"),
    SUNGLASSES("sunglasses", "dark glasses"),
    BOW("a bow", "a ribbon");

    private final List<String> words;

    Wear(String... words) {
        this.words = List.of(words);
    }

    /** What it is called, with its article. */
    public List<String> words() {
        return words;
    }

    /** Whether it comes in any colour. */
    public boolean colourable() {
        return this == HAT || this == PARTY_HAT || this == BOW;
    }

    /** Whether the mood of the eyes cannot be seen behind it. */
    public boolean hidesEyes() {
        return this == SUNGLASSES;
    }

    /** The colour when nothing is said. */
    public Tone naturalTone() {
        return switch (this) {
            case NONE, GLASSES, SUNGLASSES -> Tone.BLACK;
            case HAT -> Tone.BLUE;
            case PARTY_HAT -> Tone.PURPLE;
            case CROWN -> Tone.YELLOW;
            case BOW -> Tone.PINK;
        };
    }

    /** The label of classifiers and reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
