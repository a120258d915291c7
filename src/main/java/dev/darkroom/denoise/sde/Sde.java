package dev.darkroom.denoise.sde;

import dev.darkroom.denoise.NoiseLevel;

/**
 * A forward process {@code dx = f(t) x dt + g(t) dw} from data at time 0 to noise at time 1: Song et al. 2021, equation
 * 5, <a href="https://arxiv.org/abs/2011.13456">arXiv:2011.13456</a>. Its networks are told the time, so that is the
 * timestep of its levels.
 */
public interface Sde {

    /** Mean and deviation of {@code x(t)} given {@code x(0)}: equation 29 of the paper. */
    NoiseLevel level(double time);

    /** {@code f(t)}: how fast the signal grows or shrinks. */
    double drift(double time);

    /** {@code g(t)^2}: the variance of the noise added in a unit of time. */
    double squaredDiffusion(double time);

    /** The time at which noise is {@code ratio} times the signal; the inverse of {@code sigma / alpha}. */
    double time(double ratio);

    /** The level at which noise is {@code ratio} times the signal. */
    default NoiseLevel atRatio(double ratio) {
        return ratio == 0 ? new NoiseLevel(0, 1, 0) : level(time(ratio));
    }
}
