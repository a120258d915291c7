package dev.darkroom.pipeline;

import org.jspecify.annotations.Nullable;

/** A request that was accepted could not be carried out. */
public final class GenerationFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What went wrong, as the last part of a problem type under {@code /problems/}. */
    private final String problem;

    private final boolean retryable;

    /**
     * @param problem stable name, for example {@code device-out-of-memory}
     * @param message for the user: what happened and what to do
     * @param retryable whether the same request can succeed at another try
     */
    public GenerationFailedException(String problem, String message, boolean retryable, @Nullable Throwable cause) {
        super(message, cause);
        this.problem = problem;
        this.retryable = retryable;
    }

    public String problem() {
        return problem;
    }

    public boolean retryable() {
        return retryable;
    }
}
