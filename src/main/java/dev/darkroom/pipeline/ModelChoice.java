package dev.darkroom.pipeline;

import dev.darkroom.generation.ModelTask;
import dev.darkroom.generation.Size;
import dev.darkroom.model.ModelPurpose;
import java.util.EnumSet;
import java.util.Set;

/**
 * A model as a client sees it, with the values that fill gaps in a request.
 *
 * @param id what a request calls it
 * @param description one sentence
 * @param textConditioned whether it needs a prompt
 * @param sizeFactor width and height are multiples of it
 * @param size default size
 * @param steps default number of steps
 * @param guidanceScale default guidance scale
 * @param sampler canonical name of the default sampler
 * @param schedule canonical name of the default schedule
 * @param clipSkip default for the text encoder's last layers left out
 * @param words those of the captions that it was trained on, lower case; empty if it does not say
 * @param tasks what it can be asked to do
 */
public record ModelChoice(
        String id,
        String description,
        boolean textConditioned,
        int sizeFactor,
        Size size,
        int steps,
        double guidanceScale,
        String sampler,
        String schedule,
        int clipSkip,
        Set<String> words,
        Set<ModelTask> tasks) {

    /** What a model of a purpose can be asked to do. */
    static Set<ModelTask> tasks(ModelPurpose purpose) {
        return purpose == ModelPurpose.EDITING
                ? EnumSet.of(ModelTask.EDITING)
                : EnumSet.complementOf(EnumSet.of(ModelTask.EDITING));
    }
}
