package dev.darkroom.denoise.sampler;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.NoiseLevel;
import java.util.Arrays;

/**
 * What a network predicts with and without guidance. CFG++ (Chung et al. 2024, algorithm 2,
 * <a href="https://arxiv.org/abs/2406.08070">arXiv:2406.08070</a>) goes to the guided clean latent but puts back the noise of the
 * unguided one, so that the trajectory stays on the data's manifold at guidance scales of about 0 to 2.
 *
 * @param guided clean latent
 * @param unguided clean latent
 */
@SuppressWarnings("ArrayRecordComponent")
record GuidedPair(float[] guided, float[] unguided) {

    static GuidedPair of(Denoiser denoiser, float[] x, NoiseLevel level) {
        float[] both = denoiser.denoiseWithUnguided(x, level);
        return new GuidedPair(Arrays.copyOf(both, x.length), Arrays.copyOfRange(both, x.length, both.length));
    }

    /** {@code guided - unguided}. */
    float[] direction() {
        return combine(1, guided, -1, unguided);
    }

    /** The DDIM step of CFG++: the guided latent with the unguided noise of the wanted level. */
    float[] step(float[] x, NoiseLevel from, NoiseLevel to) {
        double ratio = to.sigma() / from.sigma();
        return combine(to.alpha(), guided, ratio, x, -ratio * from.alpha(), unguided);
    }
}
