package dev.darkroom.training.export;

import dev.darkroom.generation.ImageFormat;
import dev.darkroom.generation.Size;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes pictures of one size side by side into one PNG. */
public final class PictureGrid {

    private static final int LOSSLESS = 100;
    private static final int CHANNELS = 3;

    private PictureGrid() {}

    /**
     * Writes a grid.
     *
     * @param pictures opaque, of one size, row by row
     * @param columns pictures a row
     */
    public static void write(Path file, List<Picture> pictures, int columns) throws IOException {
        Size cell = pictures.get(0).size();
        int rows = (pictures.size() + columns - 1) / columns;
        int stride = columns * cell.width() * CHANNELS;
        byte[] samples = new byte[rows * cell.height() * stride];
        for (int i = 0; i < pictures.size(); i++) {
            byte[] picture = pictures.get(i).samples();
            int row = cell.width() * CHANNELS;
            for (int y = 0; y < cell.height(); y++) {
                int to = (i / columns * cell.height() + y) * stride + i % columns * row;
                System.arraycopy(picture, y * row, samples, to, row);
            }
        }
        Picture grid = Picture.rgb(new Size(columns * cell.width(), rows * cell.height()), samples);
        Files.write(file, new PictureEncoder().encode(grid, ImageFormat.PNG, LOSSLESS, Map.of()));
    }
}
