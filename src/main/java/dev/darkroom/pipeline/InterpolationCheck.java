package dev.darkroom.pipeline;

import dev.darkroom.generation.Interpolation;
import org.jspecify.annotations.Nullable;

/** The way from one prompt and seed to another: its end, and how many frames it has. */
class InterpolationCheck {

    private static final String FIELD = "interpolation";
    private static final int DEFAULT_FRAMES = 8;

    private final RequestLimits limits;
    private final FieldCheck check;

    InterpolationCheck(RequestLimits limits, FieldCheck check) {
        this.limits = limits;
        this.check = check;
    }

    @Nullable
    Interpolation interpolation(Interpolation.@Nullable Draft draft) {
        if (draft == null) {
            return null;
        }
        if (draft.toPrompt() == null && draft.toSeed() == null) {
            check.error(FIELD, "leads nowhere; give to_prompt, to_seed or both");
        }
        if (draft.at() != null && draft.frames() != null) {
            check.error(
                    FIELD + ".at", "is the place of a single frame, and frames says how many; leave one of them out");
        }
        Long toSeed =
                draft.toSeed() == null ? null : check.within(FIELD + ".to_seed", draft.toSeed(), 0, Long.MAX_VALUE, 0);
        Double at = check.within(FIELD + ".at", draft.at(), 0, 1);
        int most = limits.frames();
        int frames = check.within(FIELD + ".frames", draft.frames(), 2, most, Math.min(DEFAULT_FRAMES, most));
        String toPrompt = draft.toPrompt() == null
                ? null
                : new PromptCheck(limits, check).optional(FIELD + ".to_prompt", draft.toPrompt());
        return new Interpolation(toPrompt, toSeed, at == null ? frames : 1, at);
    }
}
