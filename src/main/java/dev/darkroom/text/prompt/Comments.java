package dev.darkroom.text.prompt;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Comments: from {@code #} to the end of the line, wherever it stands; there is no escape. A line that is a comment
 * vanishes with its line feed.
 */
public final class Comments {

    private static final Pattern WHOLE_LINE = Pattern.compile("(?:\\A|\\n)#[^\\n]*+(?:\\n|\\z)");
    private static final Pattern REST_OF_LINE = Pattern.compile("#[^\\n]*+(?:\\n|\\z)");
    private static final String LINE_FEED = Matcher.quoteReplacement("\n");

    private Comments() {}

    /** The text without its comments. */
    public static String strip(String text) {
        String lines = WHOLE_LINE.matcher(text).replaceAll(LINE_FEED);
        return REST_OF_LINE.matcher(lines).replaceAll(LINE_FEED);
    }
}
