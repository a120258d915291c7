package dev.darkroom.text.prompt;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers as people write them into prompts: digits of any script, {@code .5} and {@code 5.} too. */
final class Numbers {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");
    private static final int DECIMAL_RADIX = 10;

    private Numbers() {}

    /** The value of a decimal number, with or without an exponent; empty if the text is none. */
    static OptionalDouble decimal(String text) {
        String ascii = asciiDigits(text);
        return DECIMAL.matcher(ascii).matches() ? OptionalDouble.of(Double.parseDouble(ascii)) : OptionalDouble.empty();
    }

    private static String asciiDigits(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        StringBuilder digits = new StringBuilder();
        text.codePoints().forEach(c -> {
            int digit = Character.digit(c, DECIMAL_RADIX);
            digits.appendCodePoint(digit < 0 ? c : '0' + digit);
        });
        return digits.toString();
    }
}
