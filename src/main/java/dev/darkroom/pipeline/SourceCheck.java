package dev.darkroom.pipeline;

import dev.darkroom.generation.InvalidRequestException;
import dev.darkroom.generation.SourceImage;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The picture to start from: base64, a {@code data:} URL, or the reference of a picture that was sent before. */
class SourceCheck {

    private static final Pattern REFERENCE = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final Pattern LINE_ENDS = Pattern.compile("[\\r\\n]+");
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
        if (image.startsWith("sha256:")) {
            return known(image);
        }
        String start = image.substring(0, Math.min(8, image.length())).toLowerCase(Locale.ROOT);
        if (start.startsWith("http:") || start.startsWith("https:")) {
            check.error(
                    "image", "is a URL, and this server fetches none; send the picture itself as base64 or multipart");
            return null;
        }
        byte[] file = decoded(image);
        if (file == null) {
            check.error(
                    "image",
                    "is not base64; send the file's bytes as base64, as a data: URL or as multipart/form-data");
            return null;
        }
        try {
            return pictures.keep(file);
        } catch (InvalidRequestException e) {
            check.errors(e.errors());
            return null;
        }
    }

    private @Nullable String known(String image) {
        if (REFERENCE.matcher(image).matches() && pictures.has(image)) {
            return image;
        }
        check.error("image", "refers to a picture that is not here (any more); send the picture itself");
        return null;
    }

    private static byte @Nullable [] decoded(String image) {
        int comma = image.startsWith("data:") ? image.indexOf(";base64,") : 0;
        String text = comma > 0 ? image.substring(comma + ";base64,".length()) : image;
        if (comma < 0 || text.isEmpty()) {
            return null;
        }
        boolean urlSafe = text.indexOf('-') >= 0 || text.indexOf('_') >= 0;
        try {
            return (urlSafe ? Base64.getUrlDecoder() : Base64.getDecoder())
                    .decode(LINE_ENDS.matcher(text).replaceAll(""));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
