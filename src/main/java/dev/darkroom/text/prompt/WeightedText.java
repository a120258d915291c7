package dev.darkroom.text.prompt;

/**
 * A piece of a prompt and how much attention it gets.
 *
 * @param text its characters, brackets and escapes resolved
 * @param weight factor of its hidden states; 1 leaves them alone
 */
public record WeightedText(String text, double weight) {

    private static final String BREAK_WORD = "BREAK";

    /** What ends a chunk of tokens. */
    static final WeightedText BREAK = new WeightedText(BREAK_WORD, -1);

    /** Whether it ends a chunk instead of being encoded; inside brackets the word has another weight and does not. */
    public boolean isBreak() {
        return equals(BREAK);
    }
}
