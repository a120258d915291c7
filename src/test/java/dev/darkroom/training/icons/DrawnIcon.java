package dev.darkroom.training.icons;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.image.Picture;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The cells of a picture that consists of squares of the icons' palette and of nothing else. */
public final class DrawnIcon {

    private static final IconSet ICONS = IconSet.load();

    private final int[] cells;

    private DrawnIcon(int[] cells) {
        this.cells = cells;
    }

    /** Fails if a pixel has another colour than its cell, or a cell one that is not in the palette. */
    public static DrawnIcon of(Picture picture) {
        int side = picture.size().width();
        int scale = side / IconSet.SIDE;
        assertThat(picture.size().height()).isEqualTo(side);
        int[] cells = new int[IconSet.SIDE * IconSet.SIDE];
        Arrays.fill(cells, -1);
        for (int i = 0; i < side * side; i++) {
            int cell = i / side / scale * IconSet.SIDE + i % side / scale;
            int colour = IconSet.PALETTE.indexOf(rgb(picture, i));
            assertThat(colour).as("colour of pixel %d", i).isNotNegative();
            assertThat(cells[cell]).as("cell %d", cell).isIn(-1, colour);
            cells[cell] = colour;
        }
        return new DrawnIcon(cells);
    }

    private static int rgb(Picture picture, int pixel) {
        byte[] samples = picture.samples();
        int from = pixel * picture.channels();
        return (samples[from] & 0xff) << 16 | (samples[from + 1] & 0xff) << 8 | samples[from + 2] & 0xff;
    }

    /** Colours row by row, indexes into {@link IconSet#PALETTE}. */
    public int[] cells() {
        return cells.clone();
    }

    /** Whether it is an icon of this label, cell for cell, in colours that go together. */
    public boolean shows(String label) {
        return likeness(label) == 1;
    }

    /** Share of its cells that are as in the nearest icon of this label. */
    public double likeness(String label) {
        int number = ICONS.labels().indexOf(label);
        return Stream.of(ICONS.trained(), ICONS.heldOut())
                .flatMap(List<Icon>::stream)
                .filter(icon -> icon.label() == number)
                .mapToDouble(icon -> alike(icon.cells()))
                .max()
                .orElse(0);
    }

    private double alike(int[] others) {
        long alike = IntStream.range(0, cells.length)
                .filter(cell -> cells[cell] == others[cell])
                .count();
        return (double) alike / cells.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DrawnIcon icon && Arrays.equals(cells, icon.cells);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(cells);
    }
}
