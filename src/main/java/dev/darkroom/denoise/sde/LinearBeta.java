package dev.darkroom.denoise.sde;

/**
 * The rate of noise of the VP and sub-VP SDEs, {@code beta(t)}, which grows linearly from time 0 to 1.
 *
 * @param min at time 0, 0 or more; 0.1 in the paper
 * @param max at time 1; 20 in the paper
 */
public record LinearBeta(double min, double max) {

    /** What Song et al. 2021 use, the limit of DDPM's linear betas. */
    public static final LinearBeta USUAL = new LinearBeta(0.1, 20);

    public LinearBeta {
        if (!(min >= 0 && max >= min && max > 0)) {
            throw new IllegalArgumentException(
                    "beta_min must be 0 or more and beta_max not below it, not " + min + " and " + max);
        }
    }

    /** {@code beta(t)}. */
    public double at(double time) {
        return min + time * (max - min);
    }

    /** The integral of beta from 0 to a time. */
    public double integral(double time) {
        return time * (min + time * (max - min) / 2);
    }

    /** The time up to which beta integrates to {@code integral}. */
    public double time(double integral) {
        return 2 * integral / (min + Math.sqrt(min * min + 2 * (max - min) * integral));
    }
}
