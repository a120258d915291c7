package dev.darkroom.evaluation;

import org.jspecify.annotations.Nullable;

/** A list of prompts cannot be used; the message says why. */
public final class UnusablePromptsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnusablePromptsException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
