package dev.darkroom.pipeline;

import dev.darkroom.generation.GenerationDraft;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The levels that a draft lists instead of a number of steps. Whether they fall and whether the sampler takes them is
 * checked with the plan.
 *
 * @param sigmas with the final one; empty if not listed
 * @param timesteps empty if not listed
 */
record LevelListCheck(List<Double> sigmas, List<Double> timesteps) {

    static LevelListCheck of(GenerationDraft draft, RequestLimits limits, FieldCheck check) {
        List<Double> sigmas = list("sigmas", draft.sigmas(), 2, limits.steps() + 1, check);
        List<Double> timesteps = list("timesteps", draft.timesteps(), 1, limits.steps(), check);
        LevelListCheck levels = new LevelListCheck(sigmas, timesteps);
        if (levels.listed() && draft.steps() != null && draft.steps() != levels.steps()) {
            check.error(
                    "steps",
                    "is " + draft.steps() + ", but the listed levels make " + levels.steps()
                            + " steps; leave steps out");
        }
        return levels;
    }

    boolean listed() {
        return !sigmas.isEmpty() || !timesteps.isEmpty();
    }

    /** How many steps the listed levels make. */
    int steps() {
        return sigmas.isEmpty() ? timesteps.size() : sigmas.size() - 1;
    }

    private static List<Double> list(
            String field, @Nullable List<Double> values, int fewest, int most, FieldCheck check) {
        if (values == null) {
            return List.of();
        }
        if (values.size() < fewest || values.size() > most) {
            check.error(field, "has " + values.size() + " numbers; give " + fewest + " to " + most);
            return List.of();
        }
        if (values.stream().anyMatch(Objects::isNull)) {
            check.error(field, "holds null; give numbers");
            return List.of();
        }
        return values;
    }
}
