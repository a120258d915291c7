package dev.darkroom.denoise;

/** One way to walk down a schedule. Immutable and thread-safe: all state of a run lives in the call. */
public interface Sampler {

    /**
     * Runs the reverse process for one image.
     *
     * @param x latent at the first level of the schedule; not changed
     * @param schedule the levels to visit, from {@link Schedule#begin} on
     * @param denoiser predicts the clean latent
     * @param noise draws of this image; a deterministic sampler leaves it alone
     * @param observer hears of every finished step
     * @return the latent at the last level
     */
    float[] sample(float[] x, Schedule schedule, Denoiser denoiser, Noise noise, StepObserver observer);

    /** How often {@link #sample} tells its observer of a step. */
    default int reports(Schedule schedule) {
        return schedule.remaining();
    }

    /** How often {@link #sample} evaluates the denoiser on this schedule; for an adaptive sampler a guess. */
    default int evaluations(Schedule schedule) {
        return schedule.remaining();
    }
}
