package dev.darkroom.pipeline;

/** The monitor asked to stop. */
public final class GenerationCancelledException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public GenerationCancelledException() {
        super("cancelled on request");
    }
}
