package dev.darkroom.text.infotext;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Values that hold a comma, a colon or a line feed are JSON strings. */
final class Quotation {

    private static final JsonMapper JSON = new JsonMapper();

    private Quotation() {}

    /** The value as it is written. */
    static String quoted(String value) {
        boolean plain = value.chars().noneMatch(c -> c == ',' || c == ':' || c == '\n');
        return plain ? value : jsonString(value);
    }

    /** The value that was written; a string that is no JSON keeps its quotes. */
    static String unquoted(String written) {
        if (!written.startsWith("\"") || !written.endsWith("\"")) {
            return written;
        }
        try {
            return JSON.readValue(written, String.class);
        } catch (JacksonException notJson) {
            return written;
        }
    }

    private static String jsonString(String value) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> json.append('\\').append(c);
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                default -> json.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return json.append('"').toString();
    }
}
