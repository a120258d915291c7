package dev.darkroom.image;

import dev.darkroom.generation.Size;

/**
 * How two pictures of one size differ.
 *
 * @param largest difference of a sample, 0 to 255
 * @param mean difference of the samples
 * @param differing pixels that differ in any sample
 * @param pixels of a picture
 */
public record PixelDifference(int largest, double mean, long differing, long pixels) {

    /**
     * Compares colours; alpha is laid on white.
     *
     * @throws IllegalArgumentException if the sizes differ
     */
    public static PixelDifference between(Picture one, Picture other) {
        Size size = one.size();
        if (!size.equals(other.size())) {
            throw new IllegalArgumentException("pictures of " + size + " and " + other.size() + " cannot be compared");
        }
        byte[] a = one.overWhite().samples();
        byte[] b = other.overWhite().samples();
        int largest = 0;
        long sum = 0;
        long differing = 0;
        for (int i = 0; i < a.length; i += 3) {
            int pixel = 0;
            for (int channel = i; channel < i + 3; channel++) {
                int difference = Math.abs((a[channel] & 0xFF) - (b[channel] & 0xFF));
                sum += difference;
                pixel = Math.max(pixel, difference);
            }
            largest = Math.max(largest, pixel);
            differing += pixel > 0 ? 1 : 0;
        }
        return new PixelDifference(largest, (double) sum / a.length, differing, size.pixels());
    }

    /** Whether there is none. */
    public boolean none() {
        return largest == 0;
    }
}
