package dev.darkroom.pipeline;

import dev.darkroom.generation.GuidanceOptions;
import dev.darkroom.generation.GuidanceOptions.Apg;
import dev.darkroom.generation.GuidanceOptions.DynamicThresholding;
import dev.darkroom.generation.GuidanceOptions.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How guidance is done beyond its scale. */
class GuidanceCheck {

    private static final String FIELD = "guidance";

    private final FieldCheck check;

    GuidanceCheck(FieldCheck check) {
        this.check = check;
    }

    @Nullable
    GuidanceOptions options(GuidanceOptions.@Nullable Draft draft) {
        if (draft == null) {
            return null;
        }
        boolean perpendicular = Boolean.TRUE.equals(draft.perpNeg());
        if (draft.perpNegScale() != null && !perpendicular) {
            check.error(
                    FIELD + ".perp_neg_scale", "has no effect without perp_neg; say perp_neg true, or leave it out");
        }
        double perpNeg = check.within(FIELD + ".perp_neg_scale", draft.perpNegScale(), 0, 10, 1);
        return new GuidanceOptions(
                interval(draft.interval()),
                thresholding(draft.dynamicThresholding()),
                apg(draft.apg()),
                perpendicular ? perpNeg : null,
                Boolean.TRUE.equals(draft.zeroStar()));
    }

    private @Nullable Interval interval(@Nullable List<Double> ends) {
        if (ends == null) {
            return null;
        }
        boolean fits = ends.size() == 2 && 0 <= ends.get(0) && ends.get(0) < ends.get(1) && ends.get(1) <= 1;
        if (!fits) {
            check.error(
                    FIELD + ".interval",
                    "is " + ends
                            + "; give two shares of the steps from 0 to 1, the smaller one first, such as [0.1, 0.8]");
            return null;
        }
        return new Interval(ends.get(0), ends.get(1));
    }

    private @Nullable DynamicThresholding thresholding(@Nullable DynamicThresholding given) {
        String field = FIELD + ".dynamic_thresholding.";
        return given == null
                ? null
                : new DynamicThresholding(
                        check.within(field + "ratio", given.ratio(), 0.5, 1, 0.995),
                        check.within(field + "range", given.range(), 0.1, 100, 3));
    }

    private @Nullable Apg apg(@Nullable Apg given) {
        String field = FIELD + ".apg.";
        return given == null
                ? null
                : new Apg(
                        check.within(field + "eta", given.eta(), 0, 1, 0),
                        check.within(field + "norm_threshold", given.normThreshold(), 0, 1000, 15));
    }
}
