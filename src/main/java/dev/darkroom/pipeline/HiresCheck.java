package dev.darkroom.pipeline;

import dev.darkroom.generation.Hires;
import dev.darkroom.generation.NearNames;
import dev.darkroom.generation.Quoted;
import dev.darkroom.generation.Size;
import dev.darkroom.generation.Upscaler;
import org.jspecify.annotations.Nullable;

/** A second pass at a larger size: how large, how it grows, how much of it is run. */
class HiresCheck {

    private static final String FIELD = "hires";
    private static final double DEFAULT_SCALE = 2;
    private static final double LARGEST_SCALE = 8;
    private static final double DEFAULT_STRENGTH = 0.7;

    private final RequestLimits limits;
    private final FieldCheck check;

    HiresCheck(RequestLimits limits, FieldCheck check) {
        this.limits = limits;
        this.check = check;
    }

    /**
     * The second pass.
     *
     * @param first size of the first pass
     * @param steps of the first pass
     */
    @Nullable
    Hires hires(Hires.@Nullable Draft draft, Size first, int steps, ModelChoice model) {
        if (draft == null) {
            return null;
        }
        if (!model.sizes().free()) {
            check.error(FIELD, "is nothing that " + model.id() + " can do: it knows one size");
        }
        return new Hires(
                size(draft, first, model.sizeFactor()),
                upscaler(draft.upscaler()),
                check.within(FIELD + ".steps", draft.steps(), 1, limits.steps(), steps),
                check.within(FIELD + ".strength", draft.strength(), 0, 1, DEFAULT_STRENGTH));
    }

    private Size size(Hires.Draft draft, Size first, int factor) {
        Size size;
        if (draft.width() == null && draft.height() == null) {
            double scale = check.within(FIELD + ".scale", draft.scale(), 1, LARGEST_SCALE, DEFAULT_SCALE);
            size = new Size(floor(first.width() * scale, factor), floor(first.height() * scale, factor));
        } else {
            if (draft.scale() != null) {
                check.error(FIELD + ".scale", "and width or height say the same thing; leave one of them out");
            }
            size = sides(draft.width(), draft.height(), first, factor);
        }
        if (Math.max(size.width(), size.height()) > limits.largestSide() || size.pixels() > limits.pixels()) {
            check.error(
                    FIELD,
                    "makes " + size + "; at most " + limits.largestSide() + " pixels a side and " + limits.pixels()
                            + " in all are drawn");
        }
        return size;
    }

    /** The side that is not given follows from the proportions of the first pass. */
    private Size sides(@Nullable Integer width, @Nullable Integer height, Size first, int factor) {
        double proportions = (double) first.width() / first.height();
        int wide = width != null ? width : floor(height == null ? 0 : height * proportions, factor);
        int high = height != null ? height : floor(width == null ? 0 : width / proportions, factor);
        int known = check.errors();
        side("width", wide, first.width(), factor);
        side("height", high, first.height(), factor);
        if (check.errors() > known) {
            return first;
        }
        Size size = new Size(wide, high);
        if (Math.abs(wide - high * proportions) > factor * Math.max(1, proportions)) {
            check.error(
                    FIELD,
                    "makes " + size + " out of " + first
                            + ", which have other proportions; give width or height alone");
        }
        return size;
    }

    private void side(String name, int value, int first, int factor) {
        if (value < first || value > LARGEST_SCALE * first || value % factor != 0) {
            check.error(
                    FIELD + "." + name,
                    "is " + value + "; give a multiple of " + factor + " from " + first
                            + ", the size of the first pass," + " to " + (int) LARGEST_SCALE + " times that");
        }
    }

    private Upscaler upscaler(@Nullable String name) {
        if (name == null) {
            return Upscaler.LATENT_BILINEAR;
        }
        return Upscaler.of(name).orElseGet(() -> {
            check.error(
                    FIELD + ".upscaler",
                    "is " + Quoted.of(name) + NearNames.hint(name, Upscaler.ids()) + "; known are "
                            + String.join(", ", Upscaler.ids()));
            return Upscaler.LATENT_BILINEAR;
        });
    }

    private static int floor(double pixels, int factor) {
        return (int) Math.floor(pixels / factor + 1e-9) * factor;
    }
}
