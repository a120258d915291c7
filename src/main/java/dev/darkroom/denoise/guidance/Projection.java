package dev.darkroom.denoise.guidance;

/** Inner products of whole latents, in double. */
final class Projection {

    private Projection() {}

    /** How much of {@code b} is in {@code a}: a's component along b is {@code share * b}; 0 where b is zero. */
    static double share(float[] a, float[] b) {
        double square = dot(b, b);
        return square == 0 ? 0 : dot(a, b) / square;
    }

    static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
