package dev.darkroom.pipeline;

import dev.darkroom.generation.GenerationDraft;
import dev.darkroom.generation.ModelTask;
import dev.darkroom.generation.Outpainting;
import dev.darkroom.generation.Size;
import dev.darkroom.generation.SourceImage;
import org.jspecify.annotations.Nullable;

/** A picture that goes on beyond its edges: how far on each side, within the limits of a picture. */
class OutpaintingCheck {

    private static final String FIELD = "outpaint";
    private static final int DEFAULT_FEATHER = 16;
    private static final int LARGEST_FEATHER = 256;

    private final SourcePictures pictures;
    private final RequestLimits limits;
    private final FieldCheck check;

    OutpaintingCheck(SourcePictures pictures, RequestLimits limits, FieldCheck check) {
        this.pictures = pictures;
        this.limits = limits;
        this.check = check;
    }

    /** How far the source goes on; null if it does not. */
    @Nullable
    Outpainting outpainting(GenerationDraft draft, @Nullable SourceImage source, ModelChoice model) {
        Outpainting.Draft asked = draft.outpaint();
        if (asked == null) {
            return null;
        }
        if (!model.tasks().contains(ModelTask.OUTPAINTING)) {
            check.misfit(
                    FIELD, "is nothing that " + model.id() + " can do; GET /api/v1/models says which models outpaint");
        } else if (draft.image() == null) {
            check.error(FIELD, "says how far a picture goes on, but there is none; add image");
        }
        Outpainting outpainting = new Outpainting(
                side("left", asked.left()),
                side("right", asked.right()),
                side("top", asked.top()),
                side("bottom", asked.bottom()),
                check.within(FIELD + ".feather", asked.feather(), 0, LARGEST_FEATHER, DEFAULT_FEATHER),
                InpaintingCheck.resample(check, FIELD, asked.resample()));
        if (outpainting.left() + outpainting.right() + outpainting.top() + outpainting.bottom() == 0) {
            check.error(FIELD, "adds nothing; give pixels for left, right, top or bottom");
        }
        if (source != null) {
            Size picture = pictures.picture(source.reference()).size();
            InpaintingCheck.tooSmall(check, picture);
            Size canvas = outpainting.around(picture);
            if (canvas.pixels() > limits.pixels() || Math.max(canvas.width(), canvas.height()) > limits.largestSide()) {
                check.misfit(
                        FIELD,
                        "makes " + canvas + "; at most " + limits.largestSide() + " pixels a side and "
                                + limits.pixels() + " in all are drawn: add less, or send a smaller picture");
            }
        }
        return outpainting;
    }

    private int side(String name, @Nullable Integer pixels) {
        return check.within(FIELD + "." + name, pixels, 0, limits.largestSide(), 0);
    }
}
