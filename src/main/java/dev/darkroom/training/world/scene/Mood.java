package dev.darkroom.training.world.scene;

import java.util.List;
import java.util.Locale;

/** What a face shows. */
public enum Mood {
    HAPPY("happy", "smiling", "cheerful"),
    SAD("sad", "unhappy", "crying"),
    WINKING("winking"),
    SURPRISED("surprised", "shocked", "amazed"),
    ANGRY("angry", "mad", "furious"),
    LAUGHING("laughing"),
    SLEEPY("sleepy", "sleeping", "tired"),
    IN_LOVE("loving", "lovestruck");

    private final List<String> words;

    Mood(String... words) {
        this.words = List.of(words);
    }

    /** Adjectives, the most usual first. */
    public List<String> words() {
        return words;
    }

    /** Whether it is to be seen in the eyes alone, so that dark glasses would hide it. */
    public boolean inEyesOnly() {
        return this == WINKING || this == SLEEPY || this == IN_LOVE || this == SURPRISED || this == ANGRY;
    }

    /** The label of classifiers and reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
