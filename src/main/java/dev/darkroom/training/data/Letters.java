package dev.darkroom.training.data;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A small alphabet of dots, 5 wide and 7 high, for labels where no font is installed. Capitals are written small,
 * unknown characters as a box.
 */
final class Letters {

    static final int WIDTH = 5;
    static final int HEIGHT = 7;

    private static final String UNKNOWN = "1F11111111111F";
    private static final Map<Character, String> ROWS = rows(
            "a00000E010F110F b1010161911111E c00000E1010110E d01010D1311110F e00000E111F100E f0609081C080808",
            "g000F11110F010E h10101619111111 i04000C0404040E j0200060202120C k10101214181412 l0C04040404040E",
            "m00001A15151111 n00001619111111 o00000E1111110E p00001E111E1010 q00000D130F0101 r00001619101010",
            "s00000E100E011E t08081C08080906 u0000111111130D v00001111110A04 w0000111115150A x0000110A040A11",
            "y000011110F010E z00001F0204081F 00E11131519110E 1040C040404040E 20E11010204081F 31F02040201110E",
            "402060A121F0202 51F101E0101110E 60608101E11110E 71F010204080808 80E11110E11110E 90E11110F01020C",
            ".00000000000C0C ,000000000C0408 -0000001F000000 '0C040800000000 :000C0C000C0C00 /01020204080810");

    private Letters() {}

    /** Whether a dot of a character is set. */
    static boolean dot(char character, int x, int y) {
        if (character == ' ') {
            return false;
        }
        String lower = Character.toString(character).toLowerCase(Locale.ROOT);
        String rows = ROWS.getOrDefault(lower.charAt(0), UNKNOWN);
        int row = Integer.parseInt(rows.substring(2 * y, 2 * y + 2), 16);
        return (row >> (WIDTH - 1 - x) & 1) == 1;
    }

    /** Each glyph is its character and seven rows of two hexadecimal digits. */
    private static Map<Character, String> rows(String... lines) {
        Map<Character, String> rows = new HashMap<>();
        for (String line : lines) {
            for (String glyph : line.split(" ")) {
                if (glyph.length() != 1 + 2 * HEIGHT) {
                    throw new IllegalStateException("no glyph: " + glyph);
                }
                rows.put(glyph.charAt(0), glyph.substring(1));
            }
        }
        return rows;
    }
}
