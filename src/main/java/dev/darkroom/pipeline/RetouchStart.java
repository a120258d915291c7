package dev.darkroom.pipeline;

import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.inpaint.KnownRegion;
import dev.darkroom.denoise.noise.LatentShape;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.generation.Fill;
import dev.darkroom.model.ModelPurpose;
import dev.darkroom.worker.ModelLease;
import org.jspecify.annotations.Nullable;

/**
 * Inpainting and outpainting. A general model paints while the known part is put back at every evaluation; an inpainting
 * model is shown mask and rest and paints the whole. Draws as in diffusers: the picture's posterior (not with an
 * inpainting model that begins with noise alone), the noise, the posterior of the rest, which a general model does not
 * need.
 */
final class RetouchStart implements Start {

    private final ModelLease model;
    private final LatentShape shape;
    private final Fill fill;
    private final boolean startsBlank;
    private final float[] mask;
    private final float[] pixels;
    private final float[] rest;

    /**
     * @param mask of the latent's positions, 0 to 1
     * @param fill what lies under the mask; colours are in the retouch already
     * @param startsBlank whether it begins with noise alone: strength 1
     */
    RetouchStart(ModelLease model, LatentShape shape, Retouch retouch, float[] mask, Fill fill, boolean startsBlank) {
        this.model = model;
        this.shape = shape;
        this.mask = mask;
        this.fill = fill;
        this.startsBlank = startsBlank;
        this.pixels = retouch.pixels();
        this.rest = inpainting() ? retouch.rest() : new float[0];
    }

    @Override
    public float[] latent(SamplingPlan plan, Noise noise, float @Nullable [] before) {
        return open(plan, noise, before).latent();
    }

    @Override
    public Opening open(SamplingPlan plan, Noise noise, float @Nullable [] before) {
        if (inpainting() && startsBlank) {
            float[] latent = plan.initial(noise.next());
            return new Opening(latent, null, input(noise));
        }
        float[] clean = model.encodePicture(pixels, shape, noise.next());
        float[] draw = noise.next();
        if (inpainting()) {
            NetworkInput input = input(noise);
            return new Opening(plan.noised(filled(clean, noise), draw), null, input);
        }
        noise.next();
        KnownRegion known = new KnownRegion(plan.schedule(), mask, clean, draw, startsBlank);
        float[] latent = startsBlank ? plan.initial(draw) : plan.noised(filled(clean, noise), draw);
        return new Opening(latent, known, NetworkInput.latentAlone());
    }

    private boolean inpainting() {
        return model.purpose() == ModelPurpose.INPAINTING;
    }

    private NetworkInput input(Noise noise) {
        float[] painted = new float[mask.length];
        for (int i = 0; i < painted.length; i++) {
            painted[i] = mask[i] > 0 ? 1 : 0;
        }
        return NetworkInput.inpainting(painted, model.encodePicture(rest, shape, noise.next()));
    }

    private float[] filled(float[] clean, Noise noise) {
        return switch (fill) {
            case ORIGINAL, BLURRED -> clean;
            case NOISE -> under(clean, noise.next());
            case LATENT -> under(clean, new float[clean.length]);
        };
    }

    /** The latent with another one under its mask. */
    private float[] under(float[] latent, float[] other) {
        float[] both = latent.clone();
        for (int i = 0; i < both.length; i++) {
            float share = mask[i % mask.length];
            both[i] = (1 - share) * latent[i] + share * other[i];
        }
        return both;
    }
}
