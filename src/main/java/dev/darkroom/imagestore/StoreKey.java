package dev.darkroom.imagestore;

import java.util.regex.Pattern;

/** What a key may look like; the rule is in {@link ImageStore}. */
final class StoreKey {

    private static final String NAME = "[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}";
    private static final Pattern KEY = Pattern.compile(NAME + "(/" + NAME + "){0,15}");

    private StoreKey() {}

    /** The key itself, if it is one. */
    static String checked(String key) {
        if (!KEY.matcher(key).matches()) {
            String shown = key.length() > 120 ? key.substring(0, 120) + "…" : key;
            throw new IllegalArgumentException("not a key of the image store: " + shown);
        }
        return key;
    }
}
