package dev.darkroom.pipeline;

import dev.darkroom.generation.SourceImage;
import dev.darkroom.image.UnreadablePictureException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The picture to start from: base64, a {@code data:} URL, or the reference of a picture that was sent before. */
class SourceCheck {

    private static final double DEFAULT_STRENGTH = 0.75;

    private final SourcePictures pictures;
    private final FieldCheck check;

    SourceCheck(SourcePictures pictures, FieldCheck check) {
        this.pictures = pictures;
        this.check = check;
    }

    @Nullable
    SourceImage source(@Nullable String image, @Nullable Double strength) {
        double fraction = check.within("strength", strength, 0, 1, DEFAULT_STRENGTH);
        if (image == null) {
            if (strength != null) {
                check.error(
                        "strength", "says how far to go from an image, but there is none; add image or leave it out");
            }
            return null;
        }
        String reference = reference(image);
        return reference == null ? null : new SourceImage(reference, fraction);
    }

    private @Nullable String reference(String image) {
        String start = image.substring(0, Math.min(8, image.length())).toLowerCase(Locale.ROOT);
        if (start.startsWith("http:") || start.startsWith("https:")) {
            check.error(
                    "image",
                    "is a URL, and this server fetches none; send the picture itself as base64 or multipart/form-data");
            return null;
        }
        return start.startsWith("sha256:") ? known(image) : kept(image);
    }

    private @Nullable String kept(String image) {
        try {
            return pictures.keep(image);
        } catch (UnreadablePictureException e) {
            check.error("image", e.getMessage() == null ? "is not a picture" : e.getMessage());
            return null;
        }
    }

    private @Nullable String known(String image) {
        if (pictures.has(image)) {
            return image;
        }
        check.error("image", "refers to a picture that is not here (any more); send the picture itself");
        return null;
    }
}
