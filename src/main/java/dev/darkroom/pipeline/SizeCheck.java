package dev.darkroom.pipeline;

import dev.darkroom.generation.Size;
import org.jspecify.annotations.Nullable;

/** Width and height: multiples of the model's factor within the limits, or a message that names the nearest right ones. */
class SizeCheck {

    private final RequestLimits limits;
    private final FieldCheck check;

    SizeCheck(RequestLimits limits, FieldCheck check) {
        this.limits = limits;
        this.check = check;
    }

    /** The model's where nothing is said. */
    Size size(@Nullable Integer width, @Nullable Integer height, ModelChoice model) {
        return size(width, height, model.size(), model);
    }

    /** @param usual where nothing is said */
    Size size(@Nullable Integer width, @Nullable Integer height, Size usual, ModelChoice model) {
        if (!model.sizes().free()) {
            return new CellSizeCheck(limits, model, check).size(width, height);
        }
        Size size = new Size(
                side("width", width, usual.width(), model.sizeFactor()),
                side("height", height, usual.height(), model.sizeFactor()));
        if (size.pixels() > limits.pixels()) {
            long most = limits.pixels() / size.width() / model.sizeFactor() * model.sizeFactor();
            check.error(
                    "height",
                    "makes " + size + ", more than " + limits.pixels() + " pixels; at width " + size.width()
                            + " the height can be at most " + most);
        }
        return size;
    }

    private int side(String field, @Nullable Integer value, int otherwise, int factor) {
        if (value == null) {
            return otherwise;
        }
        int smallest = (limits.smallestSide() + factor - 1) / factor * factor;
        int largest = limits.largestSide() / factor * factor;
        if (value < smallest || value > largest) {
            int nearest = value < smallest ? smallest : largest;
            check.error(
                    field,
                    "is " + value + "; give a multiple of " + factor + " from " + smallest + " to " + largest
                            + ", the nearest is " + nearest);
            return otherwise;
        }
        if (value % factor != 0) {
            int below = value / factor * factor;
            check.error(
                    field,
                    "is " + value + ", not a multiple of " + factor + "; the nearest valid sizes are " + below + " and "
                            + (below + factor));
            return otherwise;
        }
        return value;
    }
}
