package dev.darkroom.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The colours of a model of analog bits: {@code bits/config.json} of its directory, with {@code palette}, colours as
 * {@code "#rrggbb"}, and {@code scale}.
 *
 * @param colours red, green, blue as 0xRRGGBB; as many as a number of bits tells apart
 * @param scale pixels of a cell's side where a request does not say its size
 */
public record Palette(List<Integer> colours, int scale) {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final int MOST_COLOURS = 256;
    private static final int LARGEST_SCALE = 256;
    private static final int HEXADECIMAL = 16;

    public Palette {
        colours = List.copyOf(colours);
    }

    /** Bits of a colour's number. */
    public int bits() {
        return Integer.numberOfTrailingZeros(colours.size());
    }

    /** @throws ModelFormatException if the file is missing or says something else */
    static Palette read(Path file) {
        JsonNode json = JsonFiles.object(file);
        List<Integer> colours = new ArrayList<>();
        for (JsonNode entry : json.path("palette")) {
            String text = entry.asString("");
            if (!COLOUR.matcher(text).matches()) {
                throw new ModelFormatException(
                        file + ": palette holds " + entry + "; its colours are like \"#3a86ff\"");
            }
            colours.add(Integer.parseInt(text.substring(1), HEXADECIMAL));
        }
        int count = colours.size();
        if (count < 2 || count > MOST_COLOURS || Integer.bitCount(count) != 1) {
            throw new ModelFormatException(
                    file + ": palette has " + count + " colours; bits tell apart 2, 4, 8 and so on up to 256");
        }
        int scale = json.path("scale").asInt(0);
        if (scale < 1 || scale > LARGEST_SCALE) {
            throw new ModelFormatException(
                    file + ": scale is " + json.path("scale") + "; it must be from 1 to " + LARGEST_SCALE);
        }
        return new Palette(colours, scale);
    }
}
