package dev.darkroom.model;

import dev.darkroom.generation.Size;

/**
 * The sizes of pictures that a model gives.
 *
 * @param kind which sizes
 * @param unit what width and height are multiples of
 * @param painted size at which it paints; of meaning where that is always the same
 */
public record SizeRule(Kind kind, Size unit, Size painted) {

    /** Which sizes. */
    public enum Kind {
        /** Any multiples of the unit: it paints at the asked size. */
        FREE,
        /** The unit alone. */
        FIXED,
        /** The unit times one whole number: what it paints consists of cells, which are as large as is asked. */
        SCALED
    }

    /** Any multiples. */
    public static SizeRule free(int factor) {
        Size unit = new Size(factor, factor);
        return new SizeRule(Kind.FREE, unit, unit);
    }

    /** One size alone. */
    public static SizeRule fixed(Size only) {
        return new SizeRule(Kind.FIXED, only, only);
    }

    /**
     * A number of cells, as large as is asked.
     *
     * @param cells one pixel a cell
     * @param scale pixels of a cell's side when it is painted
     */
    public static SizeRule scaled(Size cells, int scale) {
        return new SizeRule(Kind.SCALED, cells, new Size(cells.width() * scale, cells.height() * scale));
    }

    /** Width and height are multiples of it. */
    public int factor() {
        return unit.width();
    }

    /** Whether pictures may have any proportions. */
    public boolean free() {
        return kind == Kind.FREE;
    }

    /** Whether a picture can have this size, limits of the service left aside. */
    public boolean allows(Size size) {
        int times = size.width() / unit.width();
        boolean multiple = size.width() % unit.width() == 0 && size.height() % unit.height() == 0;
        return switch (kind) {
            case FREE -> multiple;
            case FIXED -> size.equals(unit);
            case SCALED -> multiple && size.height() == times * unit.height();
        };
    }

    /** The size at which a picture of an allowed size is painted. */
    public Size painted(Size asked) {
        return kind == Kind.FREE ? asked : painted;
    }
}
