package dev.darkroom.denoise;

/** Hears of a sampler's progress on the sampler's thread; an exception ends the run. */
@FunctionalInterface
public interface StepObserver {

    /**
     * Called after each step.
     *
     * @param step index in the schedule of the step that has ended
     * @param x latent after the step; to be read during the call, not kept
     */
    void finished(int step, float[] x);

    /** Nobody listens. */
    static StepObserver none() {
        return (step, x) -> {};
    }
}
