package dev.darkroom.latent;

import dev.darkroom.torch.Wrap;
import java.util.Random;

/**
 * Each colour is an affine function of the latent's channels, fitted by least squares to what the decoder makes of
 * random latents. Immutable.
 */
public final class LinearPreview implements LatentPreview {

    private static final int COLOURS = 3;
    /** Positions of the latent that the fit decodes, in each direction. */
    private static final int SIDE = 16;
    /** Equal positions next to each other, so that the decoder's blur does not matter. */
    private static final int PATCH = 4;

    private static final int MARGIN = 1;

    /** [colour][channel, then the constant]. */
    private final double[][] weights;

    private LinearPreview(double[][] weights) {
        this.weights = weights;
    }

    /** Fits to an autoencoder: one decoding of a small latent. Call it where the autoencoder may be called. */
    public static LinearPreview fit(Autoencoder autoencoder) {
        int channels = autoencoder.channels();
        float[] latent = patches(channels);
        float[] picture = autoencoder.decode(latent, SIDE, SIDE, Wrap.NONE);
        LeastSquares fit = new LeastSquares(channels + 1, COLOURS);
        double[] inputs = new double[channels + 1];
        double[] colours = new double[COLOURS];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                if (inner(y) && inner(x)) {
                    for (int c = 0; c < channels; c++) {
                        inputs[c] = latent[(c * SIDE + y) * SIDE + x];
                    }
                    inputs[channels] = 1;
                    for (int colour = 0; colour < COLOURS; colour++) {
                        colours[colour] = mean(picture, colour, y, x, autoencoder.factor());
                    }
                    fit.add(inputs, colours);
                }
            }
        }
        return new LinearPreview(fit.solve());
    }

    @Override
    public float[] colours(float[] latent, int height, int width) {
        int plane = height * width;
        float[] picture = new float[COLOURS * plane];
        for (int colour = 0; colour < COLOURS; colour++) {
            double[] w = weights[colour];
            for (int i = 0; i < plane; i++) {
                double sum = w[w.length - 1];
                for (int c = 0; c < w.length - 1; c++) {
                    sum += w[c] * latent[c * plane + i];
                }
                picture[colour * plane + i] = (float) Math.max(-1, Math.min(1, sum));
            }
        }
        return picture;
    }

    private static float[] patches(int channels) {
        Random random = new Random(1);
        int cells = SIDE / PATCH;
        double[] values = random.doubles((long) channels * cells * cells).toArray();
        float[] latent = new float[channels * SIDE * SIDE];
        for (int i = 0; i < latent.length; i++) {
            int c = i / (SIDE * SIDE);
            int y = i / SIDE % SIDE;
            int x = i % SIDE;
            latent[i] = (float) (4 * values[(c * cells + y / PATCH) * cells + x / PATCH] - 2);
        }
        return latent;
    }

    /** Whether a position is away from its patch's border. */
    private static boolean inner(int at) {
        return at % PATCH >= MARGIN && at % PATCH < PATCH - MARGIN;
    }

    private static double mean(float[] picture, int colour, int y, int x, int factor) {
        int side = SIDE * factor;
        double sum = 0;
        for (int dy = 0; dy < factor; dy++) {
            for (int dx = 0; dx < factor; dx++) {
                sum += picture[(colour * side + y * factor + dy) * side + x * factor + dx];
            }
        }
        return sum / (factor * factor);
    }
}
