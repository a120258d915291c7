package dev.darkroom.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Text as CLIP's vocabulary was made for: Unicode NFC, each run of white space one blank, lower case. Case is mapped one
 * code point at a time, so a Greek sigma at the end of a word stays the ordinary one, as in the reference.
 */
final class NormalizedText {

    private static final int ASCII_END = 0x80;

    private NormalizedText() {}

    /** Normalises well-formed UTF-16. */
    static String of(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder normalized = new StringBuilder(composed.length());
        boolean inBlank = false;
        for (int i = 0; i < composed.length(); ) {
            int c = composed.codePointAt(i);
            boolean blank = isWhiteSpace(c);
            if (!blank) {
                appendLowerCase(normalized, c);
            } else if (!inBlank) {
                normalized.append(' ');
            }
            inBlank = blank;
            i += Character.charCount(c);
        }
        return normalized.toString();
    }

    private static void appendLowerCase(StringBuilder text, int c) {
        if (c < ASCII_END) {
            text.append(Character.toLowerCase((char) c));
        } else {
            text.append(Character.toString(c).toLowerCase(Locale.ROOT));
        }
    }

    /** Unicode's property White_Space, which neither {@code Character.isWhitespace} nor {@code \s} is. */
    private static boolean isWhiteSpace(int c) {
        return switch (c) {
            case ' ', 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
            default -> (c >= '\t' && c <= '\r') || (c >= 0x2000 && c <= 0x200A);
        };
    }
}
