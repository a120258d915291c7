package dev.darkroom.pipeline;

import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.image.Picture;

/**
 * A picture at one timestep of the forward process.
 *
 * @param timestep of the model's training
 * @param level {@code x = alpha * x0 + sigma * noise}, in the model's frame
 * @param picture what that looks like
 */
public record NoisedPicture(int timestep, NoiseLevel level, Picture picture) {

    /** Share of the signal's variance: alpha-bar, for a flow its equal at the same signal-to-noise ratio. */
    public double alphaBar() {
        double signal = level.alpha() * level.alpha();
        return signal / (signal + level.sigma() * level.sigma());
    }

    /** Noise to signal; infinite where no signal is left. */
    public double noiseToSignal() {
        return level.sigma() / level.alpha();
    }

    /** Signal-to-noise ratio of the variances. */
    public double signalToNoise() {
        double ratio = level.alpha() / level.sigma();
        return ratio * ratio;
    }
}
