package dev.darkroom.pipeline;

import dev.darkroom.generation.GenerationDraft;
import dev.darkroom.generation.ModelTask;
import dev.darkroom.generation.SourceImage;
import dev.darkroom.image.UnreadablePictureException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The pictures of a request: base64, a {@code data:} URL, or the reference of a picture that was sent before. */
class SourceCheck {

    private static final String IMAGE = "image";
    private static final double DEFAULT_STRENGTH = 0.75;

    private final SourcePictures pictures;
    private final FieldCheck check;

    SourceCheck(SourcePictures pictures, FieldCheck check) {
        this.pictures = pictures;
        this.check = check;
    }

    /** The picture to start from. */
    @Nullable
    SourceImage source(GenerationDraft draft, ModelChoice model) {
        boolean edits = model.tasks().contains(ModelTask.EDITING);
        double usual = edits || draft.outpaint() != null ? 1 : DEFAULT_STRENGTH;
        double fraction = check.within("strength", draft.strength(), 0, 1, usual);
        if (edits && TaskDefaults.givesBack(draft)) {
            check.error("model", model.id() + " edits a picture as the prompt says, and does nothing else");
        }
        String image = draft.image();
        if (image == null) {
            if (edits) {
                check.error(IMAGE, "is missing; " + model.id() + " edits a picture as the prompt says, so send one");
            } else if (draft.strength() != null) {
                check.error(
                        "strength", "says how far to go from an image, but there is none; add image or leave it out");
            }
            return null;
        }
        if (edits && fraction < 1) {
            check.error(
                    "strength",
                    "has no meaning for " + model.id()
                            + ", which begins with noise and looks at the picture; set image_guidance_scale instead");
        }
        String reference = reference(IMAGE, image);
        return reference == null ? null : new SourceImage(reference, fraction);
    }

    /** The reference of a picture without which there is nothing to do; empty, and an error, if it is none. */
    String required(@Nullable String image) {
        if (image == null) {
            check.error(IMAGE, "is missing; send a picture as base64 or multipart/form-data");
            return "";
        }
        return Objects.requireNonNullElse(reference(IMAGE, image), "");
    }

    /**
     * The reference under which a picture is kept; null, and an error, if it is none.
     *
     * @param field that it stands in
     */
    @Nullable
    String reference(String field, String image) {
        String start = image.substring(0, Math.min(8, image.length())).toLowerCase(Locale.ROOT);
        if (start.startsWith("http:") || start.startsWith("https:")) {
            check.error(
                    field,
                    "is a URL, and this server fetches none; send the picture itself as base64 or multipart/form-data");
            return null;
        }
        return start.startsWith("sha256:") ? known(field, image) : kept(field, image);
    }

    private @Nullable String kept(String field, String image) {
        try {
            return pictures.keep(image);
        } catch (UnreadablePictureException e) {
            check.error(field, e.getMessage() == null ? "is not a picture" : e.getMessage());
            return null;
        }
    }

    private @Nullable String known(String field, String image) {
        if (pictures.has(image)) {
            return image;
        }
        check.error(field, "refers to a picture that is not here (any more); send the picture itself");
        return null;
    }
}
