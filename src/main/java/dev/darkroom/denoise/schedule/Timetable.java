package dev.darkroom.denoise.schedule;

/**
 * What a network is told and how noisy the latent is at each step, before a sampler's frame is chosen.
 *
 * @param timesteps one for each step, noisiest first
 * @param sigmas one more than timesteps; the last one is where the run ends, mostly 0
 */
@SuppressWarnings("ArrayRecordComponent")
public record Timetable(double[] timesteps, double[] sigmas) {

    public Timetable {
        if (sigmas.length != timesteps.length + 1) {
            throw new IllegalArgumentException(
                    timesteps.length + " timesteps need one sigma more than that, not " + sigmas.length);
        }
    }

    /** Number of steps. */
    public int steps() {
        return timesteps.length;
    }
}
