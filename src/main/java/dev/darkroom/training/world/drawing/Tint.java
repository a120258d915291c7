package dev.darkroom.training.world.drawing;

import dev.darkroom.training.data.Dice;
import dev.darkroom.training.world.scene.Tone;
import java.awt.Color;

/**
 * A colour as a lit body shows it.
 *
 * @param light where the light falls
 * @param base the colour that gives it its name
 * @param shade away from the light
 * @param rim the dark edge, of the colour's own hue
 */
record Tint(Color light, Color base, Color shade, Color rim) {

    private static final double JITTER = 0.035;

    static Tint of(Tone tone) {
        return switch (tone) {
            case RED -> tint(0xFF9A8C, 0xF0424A, 0xCB2236, 0x96142A);
            case ORANGE -> tint(0xFFD08F, 0xFF9A2E, 0xEE7410, 0xB4500A);
            case YELLOW -> tint(0xFFF4AE, 0xFFD540, 0xFAAE22, 0xC67C0A);
            case GREEN -> tint(0xB7EE8E, 0x5CC252, 0x349B47, 0x1D6E38);
            case CYAN -> tint(0xB8F6F3, 0x45D2DC, 0x1FA8BD, 0x0C768C);
            case BLUE -> tint(0x9CCBFF, 0x4385EF, 0x285CCB, 0x193D98);
            case PURPLE -> tint(0xD9B4F8, 0x9D60DB, 0x753CB6, 0x502587);
            case PINK -> tint(0xFFDCEA, 0xFF9CC6, 0xF06DA6, 0xC0437E);
            case BROWN -> tint(0xD0A077, 0x9C643B, 0x764524, 0x4D2B14);
            case BLACK -> tint(0x757886, 0x3B3C46, 0x23242C, 0x0D0E13);
            case WHITE -> tint(0xFFFFFF, 0xF8F9FC, 0xDCE1EB, 0x99A2B6);
            case GRAY -> tint(0xD9DDE4, 0xA3A9B4, 0x7B828F, 0x565D6B);
        };
    }

    static Tint tint(int light, int base, int shade, int rim) {
        return new Tint(new Color(light), new Color(base), new Color(shade), new Color(rim));
    }

    /** The same colour, a little warmer or colder, lighter or darker. */
    Tint jittered(Dice dice) {
        double[] factor = new double[3];
        double brightness = dice.between(-JITTER, JITTER);
        for (int channel = 0; channel < factor.length; channel++) {
            factor[channel] = 1 + brightness + dice.between(-JITTER, JITTER);
        }
        return new Tint(scaled(light, factor), scaled(base, factor), scaled(shade, factor), scaled(rim, factor));
    }

    /** Darker all over: ears, hoods, wheels of the same body. */
    Tint deeper(double amount) {
        return new Tint(
                Colours.mix(light, shade, amount),
                Colours.mix(base, rim, amount),
                Colours.mix(shade, rim, amount),
                Colours.mix(rim, Color.BLACK, amount / 2));
    }

    /** Lighter all over: bellies and muzzles. */
    Tint paler(double amount) {
        return new Tint(
                Colours.mix(light, Color.WHITE, amount),
                Colours.mix(base, Color.WHITE, amount),
                Colours.mix(shade, Color.WHITE, amount),
                rim);
    }

    private static Color scaled(Color color, double[] factor) {
        return new Color(
                Colours.clamped(color.getRed() * factor[0]),
                Colours.clamped(color.getGreen() * factor[1]),
                Colours.clamped(color.getBlue() * factor[2]));
    }
}
