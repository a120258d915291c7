package dev.darkroom.pipeline;

import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.noise.LatentShape;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.generation.Size;
import dev.darkroom.generation.Upscaler;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PicturePlanes;
import dev.darkroom.image.PictureResizer;
import dev.darkroom.image.ResampleFilter;
import dev.darkroom.latent.LatentFilter;
import dev.darkroom.latent.LatentResize;
import dev.darkroom.worker.ModelLease;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The second pass of a high-resolution run: what the first one left, grown, then noised. A latent upscaler works on the
 * latent itself; a pixel upscaler on the decoded picture, whose latent is then drawn from its posterior.
 */
final class GrownStart implements Start {

    private final ModelLease model;
    private final Upscaler upscaler;
    private final LatentShape from;
    private final LatentShape to;

    /**
     * @param from shape that the pass before left
     * @param to shape of this pass
     */
    GrownStart(ModelLease model, Upscaler upscaler, LatentShape from, LatentShape to) {
        this.model = model;
        this.upscaler = upscaler;
        this.from = from;
        this.to = to;
    }

    @Override
    public float[] latent(SamplingPlan plan, Noise noise, float @Nullable [] before) {
        float[] small = Objects.requireNonNull(before, "there is no pass before");
        float[] clean = switch (upscaler) {
            case LATENT_NEAREST -> grown(small, LatentFilter.NEAREST);
            case LATENT_NEAREST_EXACT -> grown(small, LatentFilter.NEAREST_EXACT);
            case LATENT_BILINEAR -> grown(small, LatentFilter.BILINEAR);
            case LATENT_BILINEAR_ANTIALIASED -> grown(small, LatentFilter.BILINEAR_ANTIALIASED);
            case LATENT_BICUBIC -> grown(small, LatentFilter.BICUBIC);
            case LATENT_BICUBIC_ANTIALIASED -> grown(small, LatentFilter.BICUBIC_ANTIALIASED);
            case NEAREST -> redrawn(small, ResampleFilter.NEAREST, noise);
            case BILINEAR -> redrawn(small, ResampleFilter.BILINEAR, noise);
            case BICUBIC -> redrawn(small, ResampleFilter.BICUBIC, noise);
            case LANCZOS -> redrawn(small, ResampleFilter.LANCZOS, noise);
        };
        return plan.noised(clean, noise.next());
    }

    private float[] grown(float[] small, LatentFilter filter) {
        return LatentResize.resize(small, from.height(), from.width(), to.height(), to.width(), filter);
    }

    private float[] redrawn(float[] small, ResampleFilter filter, Noise noise) {
        Picture picture = PicturePlanes.fromSigned(model.decode(small, from), model.pictureSize(from));
        Size size = model.pictureSize(to);
        Picture large = PictureResizer.resize(picture, size, filter);
        return model.encodePicture(PicturePlanes.signed(large), to, noise.next());
    }
}
