package dev.darkroom.text;

/**
 * A part of a prompt that is encoded by itself: a word, a digit, a run of punctuation, or a special token.
 *
 * @param text its characters
 * @param special id of the special token that it is; negative if it is ordinary text
 * @param afterBlank whether a blank stands before it
 */
record Piece(String text, int special, boolean afterBlank) {

    private static final int ORDINARY = -1;

    static Piece ordinary(String text, boolean afterBlank) {
        return new Piece(text, ORDINARY, afterBlank);
    }

    boolean isSpecial() {
        return special >= 0;
    }
}
