package dev.darkroom.training.world.scene;

import java.util.List;

/** The colours that have a name. */
public enum Tone {
    RED("red"),
    ORANGE("orange"),
    YELLOW("yellow"),
    GREEN("green"),
    CYAN("cyan", "turquoise"),
    BLUE("blue"),
    PURPLE("purple", "violet"),
    PINK("pink"),
    BROWN("brown"),
    BLACK("black"),
    WHITE("white"),
    GRAY("gray", "grey");

    private final List<String> words;

    Tone(String... words) {
        this.words = List.of(words);
    }

    /** What people call it, the most usual word first. */
    public List<String> words() {
        return words;
    }

    /** The label of classifiers and reports. */
    public String label() {
        return words.get(0);
    }
}
