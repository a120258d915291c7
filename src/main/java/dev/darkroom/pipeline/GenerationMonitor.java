package dev.darkroom.pipeline;

import java.util.List;

/**
 * The other side of a running request: hears of progress, may stop it, keeps its checkpoint. Unless it says otherwise it
 * does none of these. Methods may be called from several threads.
 */
public interface GenerationMonitor {

    /** Asked before every network evaluation; true ends the run with a {@link GenerationCancelledException}. */
    default boolean cancelRequested() {
        return false;
    }

    /**
     * Called after every denoising step.
     *
     * @param step finished steps over all pictures of the request, 1 to {@code steps}
     * @param steps steps of the whole request (steps of one picture x pictures)
     */
    default void progress(int step, int steps) {}

    /** Whether a preview made now would be shown to somebody. */
    default boolean previewWanted() {
        return false;
    }

    /** A small picture of what image {@code index} looks like now, as JPEG. */
    default void preview(int index, byte[] jpeg) {}

    /**
     * Denoiser results of an earlier, interrupted run of the same request for image {@code index}, in order; empty if
     * none. A sampler is a function of its noise and of these results, so replaying them brings it, and its noise
     * generator, to where it was without a network evaluation.
     */
    default List<float[]> recorded(int index) {
        return List.of();
    }

    /** Takes the denoiser result of evaluation {@code evaluation} (0, 1, …) of image {@code index} into the checkpoint. */
    default void record(int index, int evaluation, float[] denoised) {}

    /** A monitor that never cancels and keeps nothing. */
    static GenerationMonitor none() {
        return new GenerationMonitor() {};
    }
}
