package dev.darkroom.image;

import dev.darkroom.image.UnreadablePictureException.Reason;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/** Files inside JSON: bare base64 (standard or URL-safe, line breaks allowed) or a {@code data:} URL (RFC 2397). */
public final class InlinePicture {

    private static final Pattern SPACES = Pattern.compile("[ \\t\\r\\n]+");

    private InlinePicture() {}

    /**
     * The bytes of the file; what kind of file it is shows only {@link PictureDecoder}.
     *
     * @throws UnreadablePictureException when it is no base64 or has more bytes than the limit
     */
    public static byte[] bytes(String text, ImageLimits limits) {
        String base64 = SPACES.matcher(payload(text)).replaceAll("");
        long limit = limits.maxImageBytes().toBytes();
        if (base64.length() / 4 * 3L > limit + 2) {
            throw new UnreadablePictureException(
                    Reason.TOO_MANY_BYTES, "the file has more than the " + limit + " bytes that are allowed");
        }
        boolean urlSafe = base64.indexOf('-') >= 0 || base64.indexOf('_') >= 0;
        try {
            return (urlSafe ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(base64);
        } catch (IllegalArgumentException e) {
            throw new UnreadablePictureException(
                    Reason.NOT_A_PICTURE, "this is no base64; send the file's bytes as base64 or as a data: URL", e);
        }
    }

    private static String payload(String text) {
        if (!text.regionMatches(true, 0, "data:", 0, 5)) {
            return text;
        }
        int comma = text.indexOf(',');
        if (comma < 0 || !text.substring(0, comma).toLowerCase(Locale.ROOT).endsWith(";base64")) {
            throw new UnreadablePictureException(
                    Reason.NOT_A_PICTURE, "the data: URL has no \";base64,\"; write data:image/png;base64,...");
        }
        return text.substring(comma + 1);
    }
}
