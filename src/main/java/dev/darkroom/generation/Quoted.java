package dev.darkroom.generation;

/** A client's own text inside a message: in quotes, short, and without characters that could disturb a log or a terminal. */
public final class Quoted {

    private static final int LONGEST = 60;

    private Quoted() {}

    /** The text in double quotes; cut after 60 characters, what is not printable replaced by {@code ?}. */
    public static String of(String text) {
        String shown = text.codePoints()
                .limit(LONGEST)
                .map(point -> printable(point) ? point : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return '"' + shown + (text.codePointCount(0, text.length()) > LONGEST ? "…" : "") + '"';
    }

    private static boolean printable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
