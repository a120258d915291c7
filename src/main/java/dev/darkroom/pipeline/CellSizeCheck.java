package dev.darkroom.pipeline;

import dev.darkroom.generation.Size;
import dev.darkroom.model.SizeRule;
import org.jspecify.annotations.Nullable;

/** Width and height for a model that knows one size: that, or whole multiples of it where pictures consist of cells. */
class CellSizeCheck {

    private final RequestLimits limits;
    private final ModelChoice model;
    private final FieldCheck check;

    CellSizeCheck(RequestLimits limits, ModelChoice model, FieldCheck check) {
        this.limits = limits;
        this.model = model;
        this.check = check;
    }

    /** Where one side is given the other follows; where none is it is the model's. */
    Size size(@Nullable Integer width, @Nullable Integer height) {
        SizeRule rule = model.sizes();
        if (width == null && height == null) {
            return model.size();
        }
        if (rule.kind() == SizeRule.Kind.FIXED) {
            only("width", width, rule.unit().width());
            only("height", height, rule.unit().height());
            return model.size();
        }
        int known = check.errors();
        int across = times("width", width, rule.unit().width());
        int down = times("height", height, rule.unit().height());
        if (check.errors() > known) {
            return model.size();
        }
        if (width != null && height != null && across != down) {
            check.error(
                    "height",
                    "is " + height + "; the pictures of " + model.id() + " have " + rule.unit()
                            + " cells, which are square, so at width " + width + " give "
                            + across * rule.unit().height());
        }
        int times = width == null ? down : across;
        return new Size(times * rule.unit().width(), times * rule.unit().height());
    }

    private void only(String field, @Nullable Integer value, int side) {
        if (value != null && value != side) {
            check.error(field, "is " + value + "; " + model.id() + " draws " + model.size() + " only, so leave it out");
        }
    }

    private int times(String field, @Nullable Integer value, int cells) {
        if (value == null) {
            return 1;
        }
        int most = Math.max(1, Math.min(limits.largestSide(), (int) Math.sqrt(limits.pixels())) / cells);
        int nearest = Math.max(1, Math.min(most, Math.round((float) value / cells)));
        if (value != nearest * cells) {
            check.error(
                    field,
                    "is " + value + "; " + model.id() + " draws " + cells + " cells, so give " + cells
                            + " times a whole number from 1 to " + most + "; the nearest is " + nearest * cells);
        }
        return nearest;
    }
}
