package dev.darkroom.pipeline;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.guidance.Guidance;
import dev.darkroom.denoise.guidance.Network;
import dev.darkroom.denoise.inpaint.KnownRegion;
import dev.darkroom.denoise.plan.SamplingPlan;
import org.jspecify.annotations.Nullable;

/**
 * How one image's pass begins.
 *
 * @param latent to begin with
 * @param known the part that stays what it is; null if all is painted
 * @param input what the network sees beside the latent
 */
@SuppressWarnings("ArrayRecordComponent")
record Opening(float[] latent, @Nullable KnownRegion known, NetworkInput input) {

    /** A latent that is painted as a whole by a network that sees nothing else. */
    static Opening of(float[] latent) {
        return new Opening(latent, null, NetworkInput.latentAlone());
    }

    /** The denoiser of a plan as its sampler is to see it. */
    <C> Denoiser denoiser(SamplingPlan plan, Network<C> network, Guidance<C> guidance) {
        return known == null ? plan.denoiser(network, guidance) : known.around(plan.denoiser(network, guidance, known));
    }

    /** The latent of a finished run, which may be changed in place. */
    float[] finished(float[] last) {
        return known == null ? last : known.finished(last);
    }
}
