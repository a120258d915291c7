package dev.darkroom.pipeline;

import dev.darkroom.generation.Denoise;
import dev.darkroom.generation.GenerationDraft;
import dev.darkroom.generation.Inversion;
import dev.darkroom.model.ModelSpace;
import org.jspecify.annotations.Nullable;

/** Tasks that give a picture back: what is noise in it, the noise behind it. */
class PictureTaskCheck {

    private static final int MOST_ITERATIONS = 10;
    private static final int DEFAULT_ITERATIONS = 3;

    private final RequestLimits limits;
    private final FieldCheck check;

    PictureTaskCheck(RequestLimits limits, FieldCheck check) {
        this.limits = limits;
        this.check = check;
    }

    @Nullable
    Denoise denoise(GenerationDraft draft, ModelChoice model) {
        Denoise.Draft task = draft.denoise();
        if (task == null) {
            return null;
        }
        needsImage("denoise", draft);
        if (model.space() == ModelSpace.BITS) {
            check.error("denoise", "is nothing that " + model.id() + " can do: the colours of cells hold no noise");
        }
        return new Denoise(check.within("denoise.noise_level", task.noiseLevel(), 0, 255));
    }

    /**
     * The way to the noise.
     *
     * @param steps of the request
     */
    @Nullable
    Inversion inversion(GenerationDraft draft, int steps) {
        Inversion.Draft task = draft.inversion();
        if (task == null) {
            return null;
        }
        needsImage("inversion", draft);
        return new Inversion(
                task.prompt() == null
                        ? null
                        : new PromptCheck(limits, check).optional("inversion.prompt", task.prompt()),
                check.within("inversion.steps", task.steps(), 1, limits.steps(), steps),
                check.within("inversion.guidance", task.guidance(), 0, 50, 1),
                check.within("inversion.iterations", task.iterations(), 1, MOST_ITERATIONS, DEFAULT_ITERATIONS));
    }

    private void needsImage(String field, GenerationDraft draft) {
        if (draft.image() == null) {
            check.error(field, "needs a picture; add image");
        }
    }
}
