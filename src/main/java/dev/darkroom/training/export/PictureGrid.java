package dev.darkroom.training.export;

import dev.darkroom.generation.ImageFormat;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureEncoder;
import dev.darkroom.image.Tiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes pictures of one size side by side into one PNG. */
public final class PictureGrid {

    private static final int LOSSLESS = 100;

    private PictureGrid() {}

    /**
     * Writes a grid.
     *
     * @param pictures opaque, of one size, row by row
     * @param columns pictures a row
     */
    public static void write(Path file, List<Picture> pictures, int columns) throws IOException {
        Picture grid = Tiles.joined(pictures, columns);
        Files.write(file, new PictureEncoder().encode(grid, ImageFormat.PNG, LOSSLESS, Map.of()));
    }
}
