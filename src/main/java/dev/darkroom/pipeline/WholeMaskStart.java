package dev.darkroom.pipeline;

import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.noise.LatentShape;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.worker.ModelLease;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An inpainting model that paints without a mask: it is shown one that is white everywhere, and no picture beside it. */
final class WholeMaskStart implements Start {

    private final ModelLease model;
    private final LatentShape shape;
    private final Start start;

    /** @param start where it begins */
    WholeMaskStart(ModelLease model, LatentShape shape, Start start) {
        this.model = model;
        this.shape = shape;
        this.start = start;
    }

    @Override
    public float[] latent(SamplingPlan plan, Noise noise, float @Nullable [] before) {
        return start.latent(plan, noise, before);
    }

    @Override
    public Opening open(SamplingPlan plan, Noise noise, float @Nullable [] before) {
        float[] mask = new float[shape.height() * shape.width()];
        Arrays.fill(mask, 1);
        float[] gray = new float[Math.toIntExact(model.pictureSize(shape).pixels() * 3)];
        float[] rest = model.encodePicture(gray, shape, new float[shape.size()]);
        return new Opening(latent(plan, noise, before), null, NetworkInput.inpainting(mask, rest));
    }
}
