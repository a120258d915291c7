package dev.darkroom.training.stage;

import java.util.SplittableRandom;

/**
 * Makes drawings look as imperfect as generated pictures: a little turned, scaled and bent, blurred or sharpened, tinted and noisy.
 * Nothing that has a name changes: colours stay within their names, left stays left.
 *
 * @param share of pictures that are distorted; the others stay as they are
 */
record Distortion(double share) {

    private static final int CHANNELS = 3;

    /** Points of the grid that bends the picture, in each direction. */
    private static final int GRID = 5;

    /** Largest displacement of such a point, as a share of the side. */
    private static final double BENT = 0.018;

    private static final double SCALED = 0.05;
    private static final double TURNED = 0.06;
    private static final double SHIFTED = 0.03;

    /** Largest variance of the blur, squared pixels; what is sharpened loses up to a fifth of it. */
    private static final double BLURRED = 1;

    private static final double TINTED = 0.05;
    private static final double NOISY = 0.08;

    /**
     * The picture, or a distorted copy.
     *
     * @param picture planes [3, side, side] in [-1, 1]
     */
    float[] apply(float[] picture, int side, SplittableRandom random) {
        if (random.nextDouble() >= share) {
            return picture;
        }
        float[] x = bent(picture, side, random);
        if (random.nextDouble() < 0.7) {
            x = blurred(x, side, BLURRED * (1.2 * random.nextDouble() - 0.2));
        }
        double noise = random.nextDouble() < 0.5 ? NOISY * random.nextDouble() : 0;
        for (int channel = 0; channel < CHANNELS; channel++) {
            double gain = 1 + TINTED * signed(random);
            double offset = TINTED * signed(random);
            for (int i = channel * side * side; i < (channel + 1) * side * side; i++) {
                double value = gain * x[i] + offset + (noise > 0 ? noise * random.nextGaussian() : 0);
                x[i] = (float) Math.min(1, Math.max(-1, value));
            }
        }
        return x;
    }

    /** Uniform in [-1, 1). */
    private static double signed(SplittableRandom random) {
        return 2 * random.nextDouble() - 1;
    }

    private static float[] bent(float[] picture, int side, SplittableRandom random) {
        double scale = 1 + SCALED * signed(random);
        double turn = TURNED * signed(random);
        double c = scale * Math.cos(turn);
        double s = scale * Math.sin(turn);
        double shiftX = SHIFTED * signed(random);
        double shiftY = SHIFTED * signed(random);
        double[] moves = new double[2 * GRID * GRID];
        for (int i = 0; i < moves.length; i++) {
            moves[i] = BENT * signed(random);
        }
        float[] result = new float[picture.length];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double u = (x + 0.5) / side;
                double v = (y + 0.5) / side;
                double fromX = 0.5 + c * (u - 0.5) - s * (v - 0.5) + shiftX + move(moves, 0, u, v);
                double fromY = 0.5 + s * (u - 0.5) + c * (v - 0.5) + shiftY + move(moves, 1, u, v);
                sample(picture, side, fromX * side - 0.5, fromY * side - 0.5, result, y * side + x);
            }
        }
        return result;
    }

    /** Displacement at a place of the unit square, between the grid's points bilinear. */
    private static double move(double[] moves, int direction, double u, double v) {
        double gx = u * (GRID - 1);
        double gy = v * (GRID - 1);
        int x = Math.min(GRID - 2, (int) gx);
        int y = Math.min(GRID - 2, (int) gy);
        int at = (direction * GRID + y) * GRID + x;
        double upper = moves[at] + (gx - x) * (moves[at + 1] - moves[at]);
        double lower = moves[at + GRID] + (gx - x) * (moves[at + GRID + 1] - moves[at + GRID]);
        return upper + (gy - y) * (lower - upper);
    }

    /** All channels at a place, bilinear; beyond the rim is the rim. */
    private static void sample(float[] picture, int side, double x, double y, float[] result, int at) {
        double column = Math.min(side - 1.001, Math.max(0, x));
        double row = Math.min(side - 1.001, Math.max(0, y));
        int left = (int) column;
        int top = (int) row;
        float dx = (float) (column - left);
        float dy = (float) (row - top);
        for (int channel = 0; channel < CHANNELS; channel++) {
            int from = (channel * side + top) * side + left;
            float upper = picture[from] + dx * (picture[from + 1] - picture[from]);
            float lower = picture[from + side] + dx * (picture[from + side + 1] - picture[from + side]);
            result[channel * side * side + at] = upper + dy * (lower - upper);
        }
    }

    /** Twice along each direction with a kernel of three; together they have the variance. */
    private static float[] blurred(float[] picture, int side, double variance) {
        float rim = (float) (variance / 4);
        float[] result = picture;
        for (int pass = 0; pass < 4; pass++) {
            result = pass(result, side, pass % 2 == 0 ? 1 : side, rim);
        }
        return result;
    }

    private static float[] pass(float[] picture, int side, int step, float rim) {
        float[] result = new float[picture.length];
        for (int i = 0; i < picture.length; i++) {
            int along = i / step % side;
            float before = along == 0 ? picture[i] : picture[i - step];
            float after = along == side - 1 ? picture[i] : picture[i + step];
            result[i] = rim * (before + after) + (1 - 2 * rim) * picture[i];
        }
        return result;
    }
}
