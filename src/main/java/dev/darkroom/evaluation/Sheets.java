package dev.darkroom.evaluation;

import dev.darkroom.generation.ImageFormat;
import dev.darkroom.generation.Size;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureEncoder;
import dev.darkroom.image.PictureFit;
import dev.darkroom.image.ResampleFilter;
import dev.darkroom.training.data.ContactSheet;
import dev.darkroom.training.data.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Contact sheets of everything that was drawn: a row a prompt, what is wrong in a red frame with what the judge saw
 * instead. Written as they fill up.
 */
final class Sheets {

    private static final int SIDE = 128;
    private static final int ROWS = 10;
    private static final int MOST_COLUMNS = 10;
    private static final int FRAME = 4;
    private static final byte[] RED = {(byte) 0xE0, 0x10, 0x10};
    private static final int LOSSLESS = 100;

    private final Path folder;
    private final String name;
    private final int columns;
    private final List<Example> cells = new ArrayList<>();
    private int written;

    /** @param columns pictures a row */
    Sheets(Path folder, String name, int columns) {
        this.folder = folder;
        this.name = name;
        this.columns = Math.min(MOST_COLUMNS, columns);
    }

    void add(String prompt, Picture picture, Verdict verdict) throws IOException {
        Picture small = PictureFit.CROP.fit(picture, new Size(SIDE, SIDE), ResampleFilter.LANCZOS);
        boolean right = verdict.all();
        String caption = right ? prompt : "seen as " + verdict.mistakes() + " / " + prompt;
        cells.add(new Example(prompt, right ? small : framed(small), List.of(caption), Map.of()));
        if (cells.size() == columns * ROWS) {
            write();
        }
    }

    /** Writes what is left. */
    void finish() throws IOException {
        if (!cells.isEmpty()) {
            write();
        }
    }

    private void write() throws IOException {
        written++;
        byte[] png = new PictureEncoder().encode(ContactSheet.of(cells, columns), ImageFormat.PNG, LOSSLESS, Map.of());
        Files.write(folder.resolve("%s-%02d.png".formatted(name, written)), png);
        cells.clear();
    }

    private static Picture framed(Picture picture) {
        byte[] samples = picture.samples().clone();
        for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
            int x = pixel % SIDE;
            int y = pixel / SIDE;
            int rim = Math.min(Math.min(x, y), Math.min(SIDE - 1 - x, SIDE - 1 - y));
            if (rim < FRAME) {
                System.arraycopy(RED, 0, samples, 3 * pixel, RED.length);
            }
        }
        return Picture.rgb(picture.size(), samples);
    }
}
