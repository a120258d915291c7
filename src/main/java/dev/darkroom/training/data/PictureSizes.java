package dev.darkroom.training.data;

import dev.darkroom.generation.Size;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which sizes training pictures have: one for most, and for a share of them sizes of other shapes and areas, so that a
 * model is not bound to one.
 *
 * @param usual what most pictures have
 * @param others one set of buckets for each area; may be empty
 * @param share of the pictures that have one of the others, 0 to 1
 */
public record PictureSizes(Size usual, List<AspectBuckets> others, double share) {

    public PictureSizes {
        if (share < 0 || share > 1) {
            throw new IllegalArgumentException("a share is between 0 and 1, not " + share);
        }
        others = share == 0 ? List.of() : List.copyOf(others);
    }

    /** One size for all. */
    public static PictureSizes only(Size size) {
        return new PictureSizes(size, List.of(), 0);
    }

    /** Any of them, for a picture that is yet to be drawn: each area and each of its shapes as often as another. */
    public Size any(Dice dice) {
        return other(dice) ? dice.oneOf(dice.oneOf(others).sizes()) : usual;
    }

    /** The one that least of a picture has to be cut away for, within any of the areas. */
    public Size nearest(Size picture, Dice dice) {
        return other(dice) ? dice.oneOf(others).nearest(picture) : usual;
    }

    private boolean other(Dice dice) {
        return !others.isEmpty() && dice.chance(share);
    }

    /** The usual size, and all others if there are any. */
    @Override
    public String toString() {
        if (others.isEmpty()) {
            return usual.toString();
        }
        Stream<String> sizes =
                others.stream().flatMap(buckets -> buckets.sizes().stream()).map(Size::toString);
        return usual + " and, of " + share + ", " + String.join(" ", sizes.toList());
    }
}
