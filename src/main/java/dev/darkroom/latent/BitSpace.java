package dev.darkroom.latent;

import dev.darkroom.torch.Wrap;
import java.util.List;

/**
 * Analog bits of the colours of a palette: a latent position is a cell of one colour, and its channels are the bits of
 * that colour's number (Chen, Zhang and Hinton 2022, <a href="https://arxiv.org/abs/2208.04202">arXiv:2208.04202</a>).
 * Immutable.
 */
public final class BitSpace implements PictureSpace {

    private static final int COLOURS = 3;
    private static final float HALF = 127.5f;

    private final AnalogBits code;
    private final float[][] palette;
    private final int scale;

    /**
     * @param palette colours as 0xRRGGBB; 2, 4, 8 and so on up to 256 of them
     * @param scale pixels of a cell's side
     */
    public BitSpace(List<Integer> palette, int scale) {
        this.code = new AnalogBits(Integer.numberOfTrailingZeros(palette.size()));
        this.palette = palette.stream().map(BitSpace::signed).toArray(float[][]::new);
        this.scale = scale;
    }

    private static float[] signed(int colour) {
        float[] channels = new float[COLOURS];
        for (int c = 0; c < COLOURS; c++) {
            channels[c] = (colour >> 8 * (COLOURS - 1 - c) & 0xff) / HALF - 1;
        }
        return channels;
    }

    /** Each cell takes the colour that most of its pixels are nearest to. */
    @Override
    public float[] encode(float[] picture, int height, int width, float[] noise, Wrap wrap) {
        return rawMode(picture, height, width);
    }

    @Override
    public float[] rawMode(float[] picture, int height, int width) {
        int across = width / scale;
        int[] cells = new int[height / scale * across];
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] = colour(picture, cell / across * scale * width + cell % across * scale, height, width);
        }
        return code.encode(cells);
    }

    /** @param corner position of the cell's first pixel in a plane */
    private int colour(float[] picture, int corner, int height, int width) {
        int[] votes = new int[palette.length];
        int most = 0;
        for (int i = 0; i < scale * scale; i++) {
            int near = nearest(picture, corner + i / scale * width + i % scale, height * width);
            votes[near]++;
            most = votes[near] > votes[most] ? near : most;
        }
        return most;
    }

    private int nearest(float[] picture, int pixel, int plane) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < palette.length; i++) {
            double distance = 0;
            for (int c = 0; c < COLOURS; c++) {
                distance += Math.pow(picture[c * plane + pixel] - palette[i][c], 2);
            }
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    @Override
    public float[] decode(float[] latent, int height, int width, Wrap wrap) {
        return painted(latent, height, width, scale);
    }

    private float[] painted(float[] latent, int height, int width, int side) {
        int[] cells = code.decode(latent);
        int plane = height * width * side * side;
        float[] picture = new float[COLOURS * plane];
        for (int i = 0; i < plane; i++) {
            int y = i / (width * side) / side;
            int x = i % (width * side) / side;
            float[] colour = palette[cells[y * width + x]];
            for (int c = 0; c < COLOURS; c++) {
                picture[c * plane + i] = colour[c];
            }
        }
        return picture;
    }

    @Override
    public int channels() {
        return code.bits();
    }

    @Override
    public int factor() {
        return scale;
    }

    @Override
    public long weightBytes() {
        return 0;
    }

    @Override
    public LatentPreview preview() {
        return (latent, height, width) -> painted(latent, height, width, 1);
    }

    @Override
    public void close() {
        // holds nothing
    }
}
