package dev.darkroom.pipeline;

import dev.darkroom.generation.ContradictoryRequestException;
import dev.darkroom.generation.GenerationDraft;
import dev.darkroom.generation.InvalidRequestException.FieldError;
import java.util.ArrayList;
import java.util.List;

/** Fields that are fine alone and make no sense together; each pair is said once, at the field that has to go. */
class TaskCheck {

    private final GenerationDraft draft;
    private final List<FieldError> errors = new ArrayList<>();

    TaskCheck(GenerationDraft draft) {
        this.draft = draft;
    }

    /** @throws ContradictoryRequestException with all contradictions */
    void orThrow() {
        apart(
                "hires",
                draft.hires() != null,
                "image",
                draft.image() != null,
                "its first pass begins with noise; to enlarge a picture, send it with a larger width and height");
        String onePass = "the listed levels are those of one pass";
        apart("hires", draft.hires() != null, "sigmas", draft.sigmas() != null, onePass);
        apart("hires", draft.hires() != null, "timesteps", draft.timesteps() != null, onePass);
        apart("timesteps", draft.timesteps() != null, "sigmas", draft.sigmas() != null, "both list the same steps");
        if (!errors.isEmpty()) {
            throw new ContradictoryRequestException(errors);
        }
    }

    private void apart(String field, boolean given, String other, boolean otherGiven, String why) {
        if (given && otherGiven) {
            errors.add(new FieldError(field, "does not go together with " + other + ": " + why));
        }
    }
}
