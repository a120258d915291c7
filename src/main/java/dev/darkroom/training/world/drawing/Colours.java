package dev.darkroom.training.world.drawing;

import java.awt.Color;

/** Arithmetic of sRGB colours, and those that many drawers share. */
final class Colours {

    /** Eyes and noses: softer than black. */
    static final Color INK = new Color(0x3A2620);

    static final Color MOUTH = new Color(0x8C1D2F);
    static final Color TONGUE = new Color(0xFF7486);
    static final Color TONGUE_RIM = new Color(0xD9485F);
    static final Color BLUSH = new Color(0xFF6F7D);
    static final Color CREAM = new Color(0xFFF6E6);

    private Colours() {}

    /** {@code amount} 0 is {@code from}, 1 is {@code to}. */
    static Color mix(Color from, Color to, double amount) {
        return new Color(
                clamped(from.getRed() + (to.getRed() - from.getRed()) * amount),
                clamped(from.getGreen() + (to.getGreen() - from.getGreen()) * amount),
                clamped(from.getBlue() + (to.getBlue() - from.getBlue()) * amount));
    }

    /** {@code alpha} from 0, not to be seen, to 1. */
    static Color veil(Color color, double alpha) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), clamped(alpha * 255));
    }

    /** Perceived brightness, 0 to 1 (Rec. 601 weights). */
    static double luma(Color color) {
        return (0.299 * color.getRed() + 0.587 * color.getGreen() + 0.114 * color.getBlue()) / 255;
    }

    /** The colour of eyes and mouths on a body of this tint. */
    static Color inkOn(Tint tint) {
        return luma(tint.base()) < 0.34 ? CREAM : INK;
    }

    static int clamped(double value) {
        return (int) StrictMath.max(0, StrictMath.min(255, value + 0.5));
    }
}
