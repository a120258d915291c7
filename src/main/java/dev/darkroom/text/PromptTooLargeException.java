package dev.darkroom.text;

/** The texts that a prompt becomes need more memory and time than a request may take. The message says what to do. */
public final class PromptTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    PromptTooLargeException(int texts, int chunks, int most) {
        super("The prompt becomes " + texts + " different texts of " + chunks + " chunks of tokens; at most " + most
                + " chunks are encoded. Make it shorter, or use fewer [from:to:when] and [a|b].");
    }
}
