package dev.darkroom.pipeline;

import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.noise.LatentShape;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.worker.ModelLease;
import org.jspecify.annotations.Nullable;

/** Editing as the prompt says (InstructPix2Pix): begins with noise alone, the picture is shown to the network. */
final class EditingStart implements Start {

    private final ModelLease model;
    private final LatentShape shape;
    private final float[] picture;

    /** @param picture [3, height, width] flattened, -1 to 1 */
    EditingStart(ModelLease model, LatentShape shape, float[] picture) {
        this.model = model;
        this.shape = shape;
        this.picture = picture;
    }

    @Override
    public float[] latent(SamplingPlan plan, Noise noise, float @Nullable [] before) {
        return plan.initial(noise.next());
    }

    @Override
    public Opening open(SamplingPlan plan, Noise noise, float @Nullable [] before) {
        NetworkInput input = NetworkInput.editing(model.rawLatent(picture, shape));
        return new Opening(latent(plan, noise, before), null, input);
    }
}
