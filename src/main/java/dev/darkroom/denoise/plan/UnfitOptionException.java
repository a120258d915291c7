package dev.darkroom.denoise.plan;

/** An option of a request does not fit its sampler or its model. */
public final class UnfitOptionException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final String option;

    /**
     * @param option as a request calls it, for example {@code sigmas}
     * @param message what is wrong and what to do
     */
    UnfitOptionException(String option, String message) {
        super(message);
        this.option = option;
    }

    /** What does not fit, as a request calls it. */
    public String option() {
        return option;
    }
}
