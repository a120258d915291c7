package dev.darkroom.pipeline;

import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.noise.LatentShape;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.worker.ModelLease;
import org.jspecify.annotations.Nullable;

/** Image to image (SDEdit, Meng et al. 2021): the picture's latent, drawn from its posterior, then noised. */
final class PictureStart implements Start {

    private final ModelLease model;
    private final LatentShape shape;
    private final float[] picture;

    /** @param picture [3, height, width] flattened, -1 to 1, of the size that the shape stands for */
    PictureStart(ModelLease model, LatentShape shape, float[] picture) {
        this.model = model;
        this.shape = shape;
        this.picture = picture;
    }

    @Override
    public float[] latent(SamplingPlan plan, Noise noise, float @Nullable [] before) {
        float[] clean = model.encodePicture(picture, shape, noise.next());
        return plan.noised(clean, noise.next());
    }
}
