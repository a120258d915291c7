package dev.darkroom.denoise.plan;

/** Lists of noise levels that a request may give instead of a schedule. */
public enum CustomLevels {

    /** Noise levels, noisiest first, the last one being where the run ends, mostly 0. */
    SIGMAS,

    /** Training timesteps at which the network is evaluated, noisiest first. */
    TIMESTEPS
}
