package dev.darkroom.pipeline;

import dev.darkroom.generation.Fill;
import dev.darkroom.generation.GenerationDraft;
import dev.darkroom.generation.Inpainting;
import dev.darkroom.generation.ModelTask;
import dev.darkroom.generation.PaintedRegion;
import dev.darkroom.generation.Resample;
import dev.darkroom.generation.Size;
import dev.darkroom.generation.SourceImage;
import dev.darkroom.image.Mask;
import dev.darkroom.image.Picture;
import org.jspecify.annotations.Nullable;

/** A part of a picture anew: a mask that fits the picture and says where, and how it is done. */
class InpaintingCheck {

    private static final Inpainting.Draft NOTHING_SAID = new Inpainting.Draft(null, null, null, null, null, null);
    private static final int SMALLEST = 8;
    private static final String FIELD = "inpaint";
    private static final String MASK = "mask";
    private static final int DEFAULT_BLUR = 4;
    private static final int LARGEST_BLUR = 64;
    private static final int DEFAULT_PADDING = 32;
    private static final int LARGEST_PADDING = 1024;

    private final SourcePictures pictures;
    private final FieldCheck check;

    InpaintingCheck(SourcePictures pictures, FieldCheck check) {
        this.pictures = pictures;
        this.check = check;
    }

    /** Which part of the source is painted anew; null if all is. */
    @Nullable
    Inpainting inpainting(GenerationDraft draft, @Nullable SourceImage source, ModelChoice model) {
        Inpainting.Draft asked = draft.inpaint();
        if (draft.mask() == null && asked == null) {
            return null;
        }
        String field = draft.mask() == null ? FIELD : MASK;
        if (!model.tasks().contains(ModelTask.INPAINTING)) {
            check.misfit(
                    field, "is nothing that " + model.id() + " can use; GET /api/v1/models says which models inpaint");
        } else if (draft.image() == null) {
            check.error(field, "says where to paint, but there is no picture to paint in; add image");
        }
        Inpainting inpainting = read(draft.mask(), asked == null ? NOTHING_SAID : asked);
        if (source != null && (draft.mask() == null || inpainting.mask() != null)) {
            fits(inpainting, source);
        }
        return inpainting;
    }

    private Inpainting read(@Nullable String mask, Inpainting.Draft asked) {
        PaintedRegion region =
                check.oneOf(FIELD + ".region", asked.region(), PaintedRegion.values(), PaintedRegion.WHOLE);
        if (asked.padding() != null && region == PaintedRegion.WHOLE) {
            check.error(FIELD + ".padding", "says what is seen around the mask, which goes with region masked only");
        }
        return new Inpainting(
                mask == null ? null : new SourceCheck(pictures, check).reference(MASK, mask),
                check.within(FIELD + ".mask_blur", asked.maskBlur(), 0, LARGEST_BLUR, DEFAULT_BLUR),
                check.oneOf(FIELD + ".fill", asked.fill(), Fill.values(), Fill.ORIGINAL),
                region,
                check.within(FIELD + ".padding", asked.padding(), 0, LARGEST_PADDING, DEFAULT_PADDING),
                Boolean.TRUE.equals(asked.invert()),
                resample(check, FIELD, asked.resample()));
    }

    /** A picture of a few pixels is nothing to paint in. */
    static void tooSmall(FieldCheck check, Size picture) {
        if (Math.min(picture.width(), picture.height()) < SMALLEST) {
            check.misfit(
                    "image",
                    "has " + picture + " pixels; there is something to paint in from " + SMALLEST + "x" + SMALLEST
                            + " on");
        }
    }

    /** Walks of stretches of steps; null for one walk each. */
    static @Nullable Resample resample(FieldCheck check, String field, Resample.@Nullable Draft asked) {
        if (asked == null) {
            return null;
        }
        return new Resample(
                check.within(field + ".resample.jump_length", asked.jumpLength(), 1, 150, 5),
                check.within(field + ".resample.jumps", asked.jumps(), 0, 20, 3));
    }

    private void fits(Inpainting inpainting, SourceImage source) {
        Picture picture = pictures.picture(source.reference());
        String reference = inpainting.mask();
        tooSmall(check, picture.size());
        Mask mask;
        if (reference == null) {
            if (!picture.hasAlpha()) {
                check.misfit(
                        MASK,
                        "is missing, and image has no transparent part that could stand for it; send a picture"
                                + " that is white where it is to be painted");
                return;
            }
            mask = Mask.transparency(picture);
        } else {
            mask = Mask.brightness(pictures.picture(reference));
            if (!similar(mask.size(), picture.size())) {
                check.misfit(
                        MASK,
                        "has " + mask.size() + " pixels and image has " + picture.size()
                                + "; a mask needs the size of its picture, or at least its proportions");
                return;
            }
        }
        double share = mask.hardened().coverage();
        if ((inpainting.invert() ? 1 - share : share) == 0) {
            String colour = inpainting.invert() ? "white" : "black";
            check.misfit(
                    MASK,
                    "is " + colour + " everywhere, so nothing would be painted"
                            + (reference == null ? ": image is transparent nowhere" : "; see inpaint.invert"));
        }
    }

    /** The same proportions, give or take one pixel of rounding. */
    private static boolean similar(Size mask, Size picture) {
        double height = (double) mask.width() * picture.height() / picture.width();
        double width = (double) mask.height() * picture.width() / picture.height();
        return Math.abs(height - mask.height()) <= 1 || Math.abs(width - mask.width()) <= 1;
    }
}
