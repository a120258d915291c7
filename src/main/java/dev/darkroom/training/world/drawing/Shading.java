package dev.darkroom.training.world.drawing;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;

/**
 * A colour for each pixel: one colour, or a change along a distance in the drawer's box. Colours lie in a table of 256
 * steps, red, green, blue from 0 to 255 and alpha from 0 to 1.
 */
final class Shading {

    private static final int STEPS = 256;
    private static final int PARTS = 4;

    private final float[] table;
    private final boolean radial;
    private final double[] fromPixels = new double[6];

    private Shading(float[] table, boolean radial, AffineTransform toPixels) {
        this.table = table;
        this.radial = radial;
        try {
            toPixels.createInverse().getMatrix(fromPixels);
        } catch (NoninvertibleTransformException e) {
            throw new IllegalArgumentException("a drawer's box has no area", e);
        }
    }

    static Shading plain(Color color) {
        float[] table = new float[PARTS];
        set(table, 0, color, color, 0);
        return new Shading(table, false, new AffineTransform());
    }

    /** From the first colour at y = 0 to the second at y = 1 of the given space. */
    static Shading linear(Color top, Color bottom, AffineTransform toPixels) {
        float[] table = new float[STEPS * PARTS];
        for (int i = 0; i < STEPS; i++) {
            set(table, i, top, bottom, i / (STEPS - 1.0));
        }
        return new Shading(table, false, toPixels);
    }

    /** From the first colour at the origin over the second at radius {@code middle} to the third at radius 1. */
    static Shading radial(Color inner, Color between, Color outer, double middle, AffineTransform toPixels) {
        float[] table = new float[STEPS * PARTS];
        for (int i = 0; i < STEPS; i++) {
            double t = i / (STEPS - 1.0);
            if (t < middle) {
                set(table, i, inner, between, t / middle);
            } else {
                set(table, i, between, outer, (t - middle) / (1 - middle));
            }
        }
        return new Shading(table, true, toPixels);
    }

    /** Lays the colours over a row of pixels, as far as it is covered. */
    void lay(float[] pixels, int offset, int y, int from, int to, float[] coverage) {
        boolean changing = table.length > PARTS;
        for (int x = from; x < to; x++) {
            if (coverage[x] <= 0) {
                continue;
            }
            int step = changing ? step(x + 0.5, y + 0.5) : 0;
            float alpha = table[step + 3] * coverage[x];
            int at = offset + 3 * x;
            pixels[at] += (table[step] - pixels[at]) * alpha;
            pixels[at + 1] += (table[step + 1] - pixels[at + 1]) * alpha;
            pixels[at + 2] += (table[step + 2] - pixels[at + 2]) * alpha;
        }
    }

    private int step(double px, double py) {
        double y = fromPixels[1] * px + fromPixels[3] * py + fromPixels[5];
        double t = y;
        if (radial) {
            double x = fromPixels[0] * px + fromPixels[2] * py + fromPixels[4];
            t = StrictMath.sqrt(x * x + y * y);
        }
        return PARTS * (int) (StrictMath.max(0, StrictMath.min(1, t)) * (STEPS - 1) + 0.5);
    }

    private static void set(float[] table, int step, Color from, Color to, double part) {
        float t = (float) part;
        table[step * PARTS] = from.getRed() + (to.getRed() - from.getRed()) * t;
        table[step * PARTS + 1] = from.getGreen() + (to.getGreen() - from.getGreen()) * t;
        table[step * PARTS + 2] = from.getBlue() + (to.getBlue() - from.getBlue()) * t;
        table[step * PARTS + 3] = (from.getAlpha() + (to.getAlpha() - from.getAlpha()) * t) / 255;
    }
}
