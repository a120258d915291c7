package dev.darkroom.training.data;

import dev.darkroom.generation.Size;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The sizes that pictures are cut to, so that a batch has one size and little is cut away: all have about the same area,
 * and sides that the autoencoder can divide.
 *
 * @param sizes at least one
 */
public record AspectBuckets(List<Size> sizes) {

    public AspectBuckets {
        sizes = List.copyOf(sizes);
        if (sizes.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one size");
        }
    }

    /** One size for all. */
    public static AspectBuckets single(Size size) {
        return new AspectBuckets(List.of(size));
    }

    /**
     * Sizes around a square: for each width the largest height that keeps to the square's area.
     *
     * @param side of the square, pixels
     * @param multiple all sides are multiples of it
     * @param mostElongated the longer side over the shorter one, at least 1
     */
    public static AspectBuckets around(int side, int multiple, double mostElongated) {
        if (side < multiple || side % multiple != 0 || mostElongated < 1) {
            throw new IllegalArgumentException(
                    "no buckets around " + side + " in steps of " + multiple + ", elongated up to " + mostElongated);
        }
        List<Size> sizes = new ArrayList<>();
        long area = (long) side * side;
        for (int width = multiple; width <= area / multiple; width += multiple) {
            int height = (int) (area / width / multiple * multiple);
            double elongation = (double) Math.max(width, height) / Math.min(width, height);
            if (elongation <= mostElongated) {
                sizes.add(new Size(width, height));
            }
        }
        return new AspectBuckets(sizes);
    }

    /** The size whose shape is nearest to that of a picture. */
    public Size nearest(Size picture) {
        double shape = Math.log((double) picture.width() / picture.height());
        return sizes.stream()
                .min(Comparator.<Size>comparingDouble(
                                size -> Math.abs(Math.log((double) size.width() / size.height()) - shape))
                        .thenComparing(Comparator.comparingLong(Size::pixels).reversed()))
                .orElseThrow();
    }
}
