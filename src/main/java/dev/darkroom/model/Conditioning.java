package dev.darkroom.model;

import java.util.List;

/**
 * What a model is told of the picture that it shall draw.
 *
 * @param kind of what a request tells it
 * @param textLayers layers of its text encoder; 0 if it reads no text
 * @param labels names of its classes, by their numbers; empty if it has none
 * @param hides whether the class after the last label stands for "no label"
 * @param self whether it is shown its last guess of the picture, too
 */
public record Conditioning(Kind kind, int textLayers, List<String> labels, boolean hides, boolean self) {

    public Conditioning {
        labels = List.copyOf(labels);
    }

    /** Kinds of what a model is told. */
    public enum Kind {
        /** A prompt. */
        TEXT,
        /** One of the labels. */
        LABEL,
        /** Nothing: it draws what it was trained on. */
        NOTHING
    }

    /** A prompt, read by an encoder of so many layers. */
    public static Conditioning text(int layers) {
        return new Conditioning(Kind.TEXT, layers, List.of(), false, false);
    }

    /** One of these labels, or nothing if there are none. */
    public static Conditioning label(List<String> labels, boolean hides) {
        return new Conditioning(labels.isEmpty() ? Kind.NOTHING : Kind.LABEL, 0, labels, hides, false);
    }

    /** The same for a network that is shown its last guess (self-conditioning). */
    public Conditioning withSelf() {
        return new Conditioning(kind, textLayers, labels, hides, true);
    }

    /** Whether a picture can be drawn both with and without what it is told, so that guidance has a direction. */
    public boolean guided() {
        return kind == Kind.TEXT || hides;
    }

    /**
     * Number of a label's class.
     *
     * @throws IllegalArgumentException if there is no such label
     */
    public int number(String label) {
        int number = labels.indexOf(label);
        if (number < 0) {
            throw new IllegalArgumentException("there is no label " + label);
        }
        return number;
    }

    /** Number of the class that stands for "no label". */
    public int hidden() {
        return labels.size();
    }
}
