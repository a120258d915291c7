package dev.darkroom.text.prompt;

/** What counts as a blank, a digit and a part of a word in any script, where the language's rules say so. */
final class Characters {

    private static final int FILE_SEPARATOR = 0x1C;
    private static final int UNIT_SEPARATOR = 0x1F;
    private static final int NEXT_LINE = 0x85;

    private Characters() {}

    /** Every kind of white space, the four separators of ASCII among them. */
    static boolean blank(int c) {
        return c == ' '
                || (c >= '\t' && c <= '\r')
                || (c >= FILE_SEPARATOR && c <= UNIT_SEPARATOR)
                || c == NEXT_LINE
                || Character.isSpaceChar(c);
    }

    /** Letters, numbers of every kind and the underscore. */
    static boolean word(int c) {
        return switch (Character.getType(c)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> c == '_' || Character.isLetter(c);
        };
    }

    /** Index of the first character at or after {@code from} that is no blank. */
    static int afterBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && blank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Index after the last character before {@code to} that is no blank. */
    static int beforeBlanks(String text, int to) {
        int at = to;
        while (at > 0 && blank(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /** The text without blanks at its ends. */
    static String trimmed(String text) {
        int end = beforeBlanks(text, text.length());
        return text.substring(Math.min(afterBlanks(text, 0), end), end);
    }

    /** The index of {@code wanted} as a whole word at or after {@code from}; -1 if there is none. */
    static int wholeWord(String text, String wanted, int from) {
        for (int at = text.indexOf(wanted, from); at >= 0; at = text.indexOf(wanted, at + 1)) {
            int end = at + wanted.length();
            boolean open = at == 0 || !word(text.codePointBefore(at));
            if (open && (end == text.length() || !word(text.codePointAt(end)))) {
                return at;
            }
        }
        return -1;
    }
}
