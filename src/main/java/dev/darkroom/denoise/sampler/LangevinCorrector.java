package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

/**
 * One step of Langevin dynamics at a fixed level whose length follows from a signal-to-noise ratio: Song et al. 2021,
 * algorithms 4 and 5, <a href="https://arxiv.org/abs/2011.13456">arXiv:2011.13456</a>. Norms are those of the one image.
 *
 * @param snr wanted ratio of the score's part of the step to the noise's; 0.16 in the paper
 */
public record LangevinCorrector(double snr) {

    /**
     * A corrected latent of the same level.
     *
     * @param kept share of the signal's variance that the predictor's step keeps; shortens this step
     */
    float[] corrected(float[] x, float[] score, double kept, float[] draw) {
        double ratio = squares(score) == 0 ? 0 : squares(draw) / squares(score);
        double length = 2 * Math.max(0, kept) * snr * snr * ratio;
        return combine(1, x, length, score, Math.sqrt(2 * length), draw);
    }

    private static double squares(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return sum;
    }
}
