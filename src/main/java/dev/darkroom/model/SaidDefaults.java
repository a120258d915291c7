package dev.darkroom.model;

import dev.darkroom.generation.Size;
import dev.darkroom.model.ModelDescriptor.Defaults;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** The defaults that a model's {@code darkroom.json} states; what it does not state is left as it is usual. */
record SaidDefaults(Path file, JsonNode said, SizeRule sizes) {

    private static final int LARGEST_SIDE = 16_384;
    private static final int MOST_STEPS = 1000;
    private static final double HIGHEST_GUIDANCE = 50;

    /** @throws ModelFormatException if a stated value is none that a picture can be made with */
    Defaults over(Defaults usual) {
        Size size = new Size(
                side("width", usual.size().width()), side("height", usual.size().height()));
        if (!sizes.allows(size)) {
            throw new ModelFormatException(file + ": width and height are " + size + "; this model draws "
                    + (sizes.kind() == SizeRule.Kind.FIXED ? "" : "whole multiples of ") + sizes.unit() + " only");
        }
        int steps = (int) within("steps", usual.steps(), 1, MOST_STEPS);
        double guidance = within("guidance_scale", usual.guidanceScale(), 0, HIGHEST_GUIDANCE);
        return new Defaults(size, steps, guidance, usual.sampler());
    }

    private int side(String key, int usual) {
        int side = (int) within(key, usual, sizes.factor(), LARGEST_SIDE);
        if (side % sizes.factor() != 0) {
            throw new ModelFormatException(
                    file + ": " + key + " is " + side + "; this model draws multiples of " + sizes.factor() + " only");
        }
        return side;
    }

    private double within(String key, double usual, double from, double to) {
        JsonNode value = said.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return usual;
        }
        if (!value.isNumber() || !(value.asDouble() >= from && value.asDouble() <= to)) {
            throw new ModelFormatException(
                    file + ": " + key + " is " + value + "; it must be a number from " + from + " to " + to);
        }
        return value.asDouble();
    }
}
