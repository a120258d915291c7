package dev.darkroom.denoise.sde;

import static dev.darkroom.denoise.LinearCombination.combine;

/**
 * One step of the reverse SDE: {@code x' = (1 - drift) x + variance * score + sqrt(variance) z}.
 *
 * @param drift of the forward process over the step, times the step's length
 * @param variance of the noise that the forward process adds in the step
 * @param kept share of the signal's variance that the step keeps, by which a corrector shortens its own
 */
public record ReverseIncrement(double drift, double variance, double kept) {

    /** The step without its noise. */
    public float[] mean(float[] x, float[] score) {
        return combine(1 - drift, x, variance, score);
    }

    /** The step's noise on top of its mean. */
    public float[] noised(float[] mean, float[] draw) {
        return combine(1, mean, Math.sqrt(variance), draw);
    }
}
