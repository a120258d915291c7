package dev.darkroom.text.infotext;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of {@code key: value, key: value}. A key has two characters or more and begins with a letter, a digit or an
 * underscore; a value ends at a comma unless it is one whole JSON string. What fits none of this is passed over.
 *
 * @param fields values by name, sizes cut in two; the last of equal names wins
 * @param count pairs that were read, values without content and equal names among them
 */
record FieldLine(Map<String, String> fields, int count) {

    private static final Pattern SIZE = Pattern.compile("(\\p{Nd}+)x(\\p{Nd}+)");

    /** Reads a line of any length in one pass. */
    static FieldLine read(String line) {
        Map<String, String> fields = new LinkedHashMap<>();
        int count = 0;
        int from = 0;
        for (int colon = line.indexOf(':'); colon >= 0; colon = line.indexOf(':', colon + 1)) {
            int key = keyStart(line, from, colon);
            if (colon >= from && colon - key >= 2) {
                int begin = blanksEnd(line, colon + 1);
                int end = valueEnd(line, begin);
                put(fields, line.substring(key, colon), line.substring(begin, end));
                count++;
                from = end + 1;
            }
        }
        return new FieldLine(fields, count);
    }

    /** Where the longest key that ends at the colon begins. */
    private static int keyStart(String line, int from, int colon) {
        int start = colon;
        for (int at = colon - 1; at >= from && inKey(line.charAt(at)); at--) {
            if (word(line.charAt(at))) {
                start = at;
            }
        }
        return start;
    }

    private static boolean inKey(char c) {
        return word(c) || c == ' ' || c == '-' || c == '/';
    }

    private static boolean word(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || Character.isSurrogate(c);
    }

    private static int blanksEnd(String line, int from) {
        int at = from;
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int valueEnd(String line, int from) {
        if (line.startsWith("\"", from)) {
            int end = from + 1;
            while (end < line.length() && line.charAt(end) != '"') {
                end += line.charAt(end) == '\\' ? 2 : 1;
            }
            boolean whole = end > from + 1 && end < line.length();
            if (whole && (end + 1 == line.length() || line.charAt(end + 1) == ',')) {
                return end + 1;
            }
        }
        int comma = line.indexOf(',', from);
        return comma < 0 ? line.length() : comma;
    }

    private static void put(Map<String, String> fields, String key, String written) {
        if (written.isEmpty()) {
            return;
        }
        String value = Quotation.unquoted(written);
        Matcher size = SIZE.matcher(value);
        if (size.matches()) {
            fields.put(key + "-1", size.group(1));
            fields.put(key + "-2", size.group(2));
        } else {
            fields.put(key, value);
        }
    }
}
