package dev.darkroom.pipeline;

import dev.darkroom.generation.GenerationDraft;
import dev.darkroom.generation.Inpainting;
import dev.darkroom.generation.Outpainting;
import dev.darkroom.generation.PaintedRegion;
import dev.darkroom.generation.Size;
import dev.darkroom.generation.SourceImage;
import org.jspecify.annotations.Nullable;

/** The size at which a picture is painted whose request does not say it: that which fits what is seen of its source. */
class PaintedSize {

    private final SourcePictures pictures;
    private final RequestLimits limits;
    private final ModelChoice model;

    PaintedSize(SourcePictures pictures, RequestLimits limits, ModelChoice model) {
        this.pictures = pictures;
        this.limits = limits;
        this.model = model;
    }

    /**
     * The usual size: the model's; where a part of a picture is painted anew, its proportions and about as many pixels as
     * the model is used to; where a picture goes on, its own scale.
     */
    Size usual(
            GenerationDraft draft,
            @Nullable SourceImage source,
            @Nullable Inpainting inpainting,
            @Nullable Outpainting outpainting) {
        if (source == null || !model.sizes().free() || (inpainting == null && outpainting == null)) {
            return model.size();
        }
        if (inpainting != null && inpainting.region() == PaintedRegion.MASKED) {
            return model.size();
        }
        Size picture = pictures.picture(source.reference()).size();
        if (outpainting != null) {
            return scaled(draft, outpainting.around(picture), 1);
        }
        return scaled(draft, picture, Math.sqrt((double) model.size().pixels() / picture.pixels()));
    }

    /** Where one side is given the other keeps the proportions. */
    private Size scaled(GenerationDraft draft, Size size, double usual) {
        double scale = usual;
        if (draft.width() != null) {
            scale = (double) draft.width() / size.width();
        } else if (draft.height() != null) {
            scale = (double) draft.height() / size.height();
        }
        return new Size(side(size.width() * scale), side(size.height() * scale));
    }

    private int side(double pixels) {
        int factor = model.sizeFactor();
        long rounded = Math.max(1, Math.round(pixels / factor)) * factor;
        int smallest = (limits.smallestSide() + factor - 1) / factor * factor;
        return (int) Math.min(Math.max(rounded, smallest), limits.largestSide() / factor * factor);
    }
}
