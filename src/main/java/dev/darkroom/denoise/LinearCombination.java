package dev.darkroom.denoise;

/** Weighted sums of latents: products and sums in double, rounded to float once. */
public final class LinearCombination {

    private LinearCombination() {}

    /** {@code a * x}. */
    public static float[] combine(double a, float[] x) {
        float[] sum = new float[x.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (float) (a * x[i]);
        }
        return sum;
    }

    /** {@code a * x + b * y}. */
    public static float[] combine(double a, float[] x, double b, float[] y) {
        float[] sum = new float[x.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (float) (a * x[i] + b * y[i]);
        }
        return sum;
    }

    /** {@code a * x + b * y + c * z}. */
    public static float[] combine(double a, float[] x, double b, float[] y, double c, float[] z) {
        float[] sum = new float[x.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (float) (a * x[i] + b * y[i] + c * z[i]);
        }
        return sum;
    }

    /** Sum of {@code weights[k] * terms[k]}; at least one term. */
    public static float[] combine(double[] weights, float[][] terms) {
        float[] sum = new float[terms[0].length];
        for (int i = 0; i < sum.length; i++) {
            double value = 0;
            for (int k = 0; k < weights.length; k++) {
                value += weights[k] * terms[k][i];
            }
            sum[i] = (float) value;
        }
        return sum;
    }
}
