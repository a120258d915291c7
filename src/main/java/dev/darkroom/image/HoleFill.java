package dev.darkroom.image;

import dev.darkroom.generation.Size;

/**
 * Lets the colours around a hole run into it, the smoother the farther they are: the push-pull pyramid of Gortler et al.
 * 1996, The Lumigraph, section 3.6. The picture is halved, known pixels alone counting, until something is known
 * everywhere; on the way back each hole takes what the next coarser picture has there.
 */
public final class HoleFill {

    private static final int CHANNELS = 3;

    private HoleFill() {}

    /**
     * The opaque picture with its hole filled; what is known does not change.
     *
     * @param hole white where the picture is not known; of its size
     */
    public static Picture of(Picture picture, Mask hole) {
        Size size = picture.size();
        float[] known = new float[hole.values().length];
        float[] colours = new float[known.length * CHANNELS];
        for (int i = 0; i < colours.length; i++) {
            known[i / CHANNELS] = hole.values()[i / CHANNELS] == 0 ? 1 : 0;
            colours[i] = known[i / CHANNELS] * (picture.samples()[i] & 0xFF);
        }
        fill(colours, known, size);
        byte[] samples = new byte[colours.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) Math.round(colours[i]);
        }
        return Picture.rgb(size, samples);
    }

    /** Fills in place; colours are premultiplied by how far they are known. */
    private static void fill(float[] colours, float[] known, Size size) {
        if (size.pixels() == 1 || complete(known)) {
            return;
        }
        Size half = new Size((size.width() + 1) / 2, (size.height() + 1) / 2);
        float[] coarseKnown = new float[(int) half.pixels()];
        float[] coarse = new float[coarseKnown.length * CHANNELS];
        for (int i = 0; i < known.length; i++) {
            int to = i / size.width() / 2 * half.width() + i % size.width() / 2;
            coarseKnown[to] += known[i];
            for (int c = 0; c < CHANNELS; c++) {
                coarse[to * CHANNELS + c] += colours[i * CHANNELS + c];
            }
        }
        for (int i = 0; i < coarse.length; i++) {
            float weight = coarseKnown[i / CHANNELS];
            coarse[i] = weight > 1 ? coarse[i] / weight : coarse[i];
        }
        for (int i = 0; i < coarseKnown.length; i++) {
            coarseKnown[i] = Math.min(1, coarseKnown[i]);
        }
        fill(coarse, coarseKnown, half);
        for (int i = 0; i < known.length; i++) {
            if (known[i] < 1) {
                for (int c = 0; c < CHANNELS; c++) {
                    float beneath = at(coarse, half, i % size.width(), i / size.width(), c);
                    colours[i * CHANNELS + c] += (1 - known[i]) * beneath;
                }
                known[i] = 1;
            }
        }
    }

    private static boolean complete(float[] known) {
        for (float share : known) {
            if (share < 1) {
                return false;
            }
        }
        return true;
    }

    /** Bilinear, at the finer picture's pixel. */
    private static float at(float[] coarse, Size size, int x, int y, int channel) {
        int left = Math.max(0, (x - 1) / 2);
        int top = Math.max(0, (y - 1) / 2);
        int right = Math.min(size.width() - 1, (x + 1) / 2);
        int bottom = Math.min(size.height() - 1, (y + 1) / 2);
        float toRight = x % 2 == 0 ? 0.75f : 0.25f;
        float toBottom = y % 2 == 0 ? 0.75f : 0.25f;
        float above = mixed(coarse, size, left, right, top, toRight, channel);
        float below = mixed(coarse, size, left, right, bottom, toRight, channel);
        return above + toBottom * (below - above);
    }

    private static float mixed(float[] coarse, Size size, int left, int right, int y, float share, int channel) {
        float a = coarse[(y * size.width() + left) * CHANNELS + channel];
        float b = coarse[(y * size.width() + right) * CHANNELS + channel];
        return a + share * (b - a);
    }
}
