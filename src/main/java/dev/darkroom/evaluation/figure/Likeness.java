package dev.darkroom.evaluation.figure;

/**
 * How much one picture is like another. Pictures are planes [3, height, width] in [0, 1].
 */
public final class Likeness {

    private static final int CHANNELS = 3;
    private static final int WINDOW = 11;
    private static final double DEVIATION = 1.5;
    private static final double C1 = 0.01 * 0.01;
    private static final double C2 = 0.03 * 0.03;
    private static final double[] WEIGHTS = weights();

    private Likeness() {}

    /** Peak signal-to-noise ratio in dB; infinite for equal pictures. */
    public static double psnr(float[] picture, float[] other) {
        double squares = 0;
        for (int i = 0; i < picture.length; i++) {
            double difference = (double) picture[i] - other[i];
            squares += difference * difference;
        }
        return 10 * Math.log10(picture.length / squares);
    }

    /**
     * Mean structural similarity over windows of 11x11 pixels with Gaussian weights of deviation 1.5 that lie wholly
     * inside, and over the channels (Wang et al. 2004, equation 13, https://doi.org/10.1109/TIP.2003.819861).
     *
     * @return 1 for equal pictures
     * @throws IllegalArgumentException if a side is shorter than the window
     */
    public static double ssim(float[] picture, float[] other, int height, int width) {
        if (height < WINDOW || width < WINDOW) {
            throw new IllegalArgumentException("SSIM needs pictures of at least " + WINDOW + " pixels a side");
        }
        double sum = 0;
        for (int channel = 0; channel < CHANNELS; channel++) {
            sum += channel(picture, other, channel * height * width, height, width);
        }
        return sum / CHANNELS;
    }

    private static double channel(float[] picture, float[] other, int from, int height, int width) {
        int area = height * width;
        double[] x = new double[area];
        double[] y = new double[area];
        double[] xx = new double[area];
        double[] yy = new double[area];
        double[] xy = new double[area];
        for (int i = 0; i < area; i++) {
            x[i] = picture[from + i];
            y[i] = other[from + i];
            xx[i] = x[i] * x[i];
            yy[i] = y[i] * y[i];
            xy[i] = x[i] * y[i];
        }
        double[] meanX = averaged(x, height, width);
        double[] meanY = averaged(y, height, width);
        double[] squareX = averaged(xx, height, width);
        double[] squareY = averaged(yy, height, width);
        double[] product = averaged(xy, height, width);
        double sum = 0;
        for (int i = 0; i < meanX.length; i++) {
            double varianceX = squareX[i] - meanX[i] * meanX[i];
            double varianceY = squareY[i] - meanY[i] * meanY[i];
            double covariance = product[i] - meanX[i] * meanY[i];
            sum += (2 * meanX[i] * meanY[i] + C1)
                    * (2 * covariance + C2)
                    / ((meanX[i] * meanX[i] + meanY[i] * meanY[i] + C1) * (varianceX + varianceY + C2));
        }
        return sum / meanX.length;
    }

    /** Weighted means of all windows. */
    private static double[] averaged(double[] plane, int height, int width) {
        int columns = width - WINDOW + 1;
        int rows = height - WINDOW + 1;
        double[] across = new double[height * columns];
        for (int i = 0; i < across.length; i++) {
            int at = i / columns * width + i % columns;
            for (int k = 0; k < WINDOW; k++) {
                across[i] += WEIGHTS[k] * plane[at + k];
            }
        }
        double[] means = new double[rows * columns];
        for (int i = 0; i < means.length; i++) {
            for (int k = 0; k < WINDOW; k++) {
                means[i] += WEIGHTS[k] * across[i + k * columns];
            }
        }
        return means;
    }

    private static double[] weights() {
        double[] weights = new double[WINDOW];
        double sum = 0;
        for (int k = 0; k < WINDOW; k++) {
            double distance = k - WINDOW / 2;
            weights[k] = Math.exp(-distance * distance / (2 * DEVIATION * DEVIATION));
            sum += weights[k];
        }
        for (int k = 0; k < WINDOW; k++) {
            weights[k] /= sum;
        }
        return weights;
    }
}
