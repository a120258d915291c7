package dev.darkroom.pipeline;

import dev.darkroom.generation.Size;
import dev.darkroom.generation.SizeDraft;
import dev.darkroom.generation.Variation;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A second seed: its own, its share, the size whose noise is kept. */
class VariationCheck {

    private static final String FIELD = "variation";
    private static final long SEED_RANGE = 1L << 32;

    private final FieldCheck check;
    private final RandomGenerator seeds;

    /** @param seeds draws the variation's seed where none is given */
    VariationCheck(FieldCheck check, RandomGenerator seeds) {
        this.check = check;
        this.seeds = seeds;
    }

    @Nullable
    Variation variation(Variation.@Nullable Draft draft, int count, ModelChoice model) {
        if (draft == null) {
            return null;
        }
        if (draft.strength() == null && draft.resizeFrom() == null) {
            check.error(FIELD, "says nothing to do; give strength, resize_from or both, or leave variation out");
            return null;
        }
        if (draft.seed() != null && draft.strength() == null) {
            check.error(FIELD + ".seed", "has no effect without strength; give one above 0, or leave the seed out");
        }
        long largest = Long.MAX_VALUE - (count - 1);
        return new Variation(
                check.within(FIELD + ".seed", draft.seed(), 0, largest, seeds.nextLong(SEED_RANGE)),
                check.within(FIELD + ".strength", draft.strength(), 0, 1, 0),
                resizeFrom(draft.resizeFrom(), model));
    }

    private @Nullable Size resizeFrom(@Nullable SizeDraft draft, ModelChoice model) {
        if (draft == null) {
            return null;
        }
        if (!model.sizes().free()) {
            check.error(FIELD + ".resize_from", "is nothing that " + model.id() + " can use: it knows one size");
            return null;
        }
        int factor = model.sizeFactor();
        Integer width = side("width", draft.width(), factor);
        Integer height = side("height", draft.height(), factor);
        return width == null || height == null ? null : new Size(width, height);
    }

    private @Nullable Integer side(String name, @Nullable Integer value, int factor) {
        String field = FIELD + ".resize_from." + name;
        if (value == null) {
            check.error(field, "is missing; resize_from needs width and height");
            return null;
        }
        if (value < factor || value > 16_384 || value % factor != 0) {
            check.error(field, "is " + value + "; give a multiple of " + factor + " up to 16384");
            return null;
        }
        return value;
    }
}
