package dev.darkroom.image;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;

/**
 * Texts inside a PNG file, by keyword (PNG specification, third edition, section 11.3.3). Texts in Latin-1 become
 * tEXt chunks, all others iTXt chunks in UTF-8, so that programs that read only tEXt find what they can.
 */
public final class PngText {

    /** Keyword of the generation parameters as stable-diffusion-webui writes them. */
    public static final String PARAMETERS = "parameters";

    /** Keyword of Darkroom's request, as JSON. */
    public static final String DARKROOM = "darkroom";

    private static final Pattern KEYWORD = Pattern.compile("[!-~]([ -~]{0,77}[!-~])?");
    private static final int MAX_INFLATED = 1 << 20;

    private PngText() {}

    /**
     * All texts of a PNG file in the order of the file; the first of a keyword counts. Texts that are themselves
     * damaged, or inflate to more than 1 MiB, are left out.
     *
     * @return empty for a file that is no PNG
     * @throws UnreadablePictureException when the file is damaged
     */
    public static Map<String, String> read(byte[] file) {
        if (!(PictureFile.open(file) instanceof PngFile png)) {
            return Map.of();
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (PngFile.Chunk chunk : png.chunks()) {
            if (chunk.type().equals("tEXt")
                    || chunk.type().equals("zTXt")
                    || chunk.type().equals("iTXt")) {
                read(new ByteArrayInputStream(file, chunk.offset(), chunk.length()), chunk.type(), texts);
            }
        }
        return Collections.unmodifiableMap(texts);
    }

    /** The chunk of a text. */
    static Entry entry(String keyword, String text) {
        if (!KEYWORD.matcher(keyword).matches()) {
            throw new IllegalArgumentException("a PNG keyword has 1 to 79 printable characters, not " + keyword);
        }
        boolean latin = StandardCharsets.ISO_8859_1.newEncoder().canEncode(text) && text.indexOf('\0') < 0;
        var data = new ByteArrayOutputStream();
        data.writeBytes(keyword.getBytes(StandardCharsets.ISO_8859_1));
        // iTXt: end of keyword, not compressed, method 0, no language, no translated keyword
        data.writeBytes(latin ? new byte[1] : new byte[5]);
        data.writeBytes(text.getBytes(latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
        return new Entry(latin ? "tEXt" : "iTXt", data.toByteArray());
    }

    private static void read(ByteArrayInputStream data, String type, Map<String, String> texts) {
        String keyword = untilZero(data);
        boolean international = type.equals("iTXt");
        Charset charset = international ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        boolean compressed = international ? data.read() == 1 : type.equals("zTXt");
        if (international || compressed) {
            data.read(); // compression method; there is only one
        }
        if (international) {
            untilZero(data); // language
            untilZero(data); // translated keyword
        }
        if (!compressed) {
            texts.putIfAbsent(keyword, new String(data.readAllBytes(), charset));
            return;
        }
        try (var inflated = new InflaterInputStream(data)) {
            byte[] text = inflated.readNBytes(MAX_INFLATED + 1);
            if (text.length <= MAX_INFLATED) {
                texts.putIfAbsent(keyword, new String(text, charset));
            }
        } catch (IOException e) {
            texts.remove(keyword, ""); // a damaged note does not make the picture unusable
        }
    }

    private static String untilZero(ByteArrayInputStream data) {
        var text = new StringBuilder();
        for (int next = data.read(); next > 0; next = data.read()) {
            text.append((char) next);
        }
        return text.toString();
    }

    /**
     * A chunk to be written.
     *
     * @param type {@code tEXt} or {@code iTXt}
     * @param data content of the chunk
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Entry(String type, byte[] data) {}
}
