package dev.darkroom.denoise.guidance;

/** Inner products of whole latents, in double. */
final class Projection {

    private Projection() {}

    static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
