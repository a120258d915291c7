package dev.darkroom.training.data;

import dev.darkroom.generation.Size;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureFit;
import dev.darkroom.image.ResampleFilter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Many pictures on one, each with its first caption below. Needs no font. */
public final class ContactSheet {

    private static final int GAP = 8;
    private static final int LINES = 3;
    private static final int LINE_HEIGHT = Letters.HEIGHT + 4;
    private static final int ADVANCE = Letters.WIDTH + 1;
    private static final int CAPTION_HEIGHT = LINES * LINE_HEIGHT + 4;
    private static final byte PAPER = (byte) 0xFF;
    private static final byte INK = 0x30;

    private final Size cell;
    private final Size size;
    private final byte[] samples;

    private ContactSheet(Size cell, int columns, int rows) {
        this.cell = cell;
        this.size = new Size(columns * (cell.width() + GAP) + GAP, rows * (cell.height() + CAPTION_HEIGHT + GAP) + GAP);
        this.samples = new byte[Math.toIntExact(size.pixels() * 3)];
        Arrays.fill(samples, PAPER);
    }

    /**
     * Lays examples out from left to right, row by row.
     *
     * @param examples at least one; pictures of other sizes than the first's are fitted to it
     */
    public static Picture of(List<Example> examples, int columns) {
        Size cell = examples.get(0).picture().size();
        int rows = (examples.size() + columns - 1) / columns;
        var sheet = new ContactSheet(cell, columns, rows);
        for (int i = 0; i < examples.size(); i++) {
            int left = GAP + i % columns * (cell.width() + GAP);
            int top = GAP + i / columns * (cell.height() + CAPTION_HEIGHT + GAP);
            sheet.draw(examples.get(i), left, top);
        }
        return Picture.rgb(sheet.size, sheet.samples);
    }

    private void draw(Example example, int left, int top) {
        Picture picture = PictureFit.CROP.fit(example.picture(), cell, ResampleFilter.LANCZOS);
        for (int y = 0; y < cell.height(); y++) {
            System.arraycopy(picture.samples(), y * cell.width() * 3, samples, at(left, top + y), cell.width() * 3);
        }
        String caption = example.captions().isEmpty()
                ? example.key()
                : example.captions().get(0);
        List<String> lines = wrapped(caption, Math.max(1, cell.width() / ADVANCE));
        for (int line = 0; line < Math.min(LINES, lines.size()); line++) {
            write(lines.get(line), left, top + cell.height() + 5 + line * LINE_HEIGHT);
        }
    }

    private void write(String text, int left, int top) {
        for (int i = 0; i < text.length(); i++) {
            for (int y = 0; y < Letters.HEIGHT; y++) {
                for (int x = 0; x < Letters.WIDTH; x++) {
                    if (Letters.dot(text.charAt(i), x, y)) {
                        int at = at(left + i * ADVANCE + x, top + y);
                        Arrays.fill(samples, at, at + 3, INK);
                    }
                }
            }
        }
    }

    private int at(int x, int y) {
        return (y * size.width() + x) * 3;
    }

    /** Breaks at spaces, and words that are longer than a line anywhere. */
    static List<String> wrapped(String text, int columns) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (rest.length() > columns) {
            int space = rest.lastIndexOf(' ', columns);
            int end = space <= 0 ? columns : space;
            lines.add(rest.substring(0, end));
            rest = rest.substring(end).strip();
        }
        lines.add(rest);
        return lines;
    }
}
