package dev.darkroom.pipeline;

import dev.darkroom.generation.ModelTask;
import dev.darkroom.generation.Size;
import dev.darkroom.model.Conditioning;
import dev.darkroom.model.ModelDescriptor;
import dev.darkroom.model.ModelPurpose;
import dev.darkroom.model.ModelSpace;
import dev.darkroom.model.SizeRule;
import java.util.EnumSet;
import java.util.Set;

/**
 * A model as a client sees it, with the values that fill gaps in a request.
 *
 * @param id what a request calls it
 * @param description one sentence
 * @param space what it denoises
 * @param conditioning what it is told of a picture
 * @param sizes of its pictures
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
        ModelSpace space,
        Conditioning conditioning,
        SizeRule sizes,
        Size size,
        int steps,
        double guidanceScale,
        String sampler,
        String schedule,
        int clipSkip,
        Set<String> words,
        Set<ModelTask> tasks) {

    /** Whether it needs a prompt. */
    public boolean textConditioned() {
        return conditioning.kind() == Conditioning.Kind.TEXT;
    }

    /** Width and height are multiples of it. */
    public int sizeFactor() {
        return sizes.factor();
    }

    /** What a model can be asked to do. */
    static Set<ModelTask> tasks(ModelDescriptor model) {
        if (model.purpose() == ModelPurpose.EDITING) {
            return EnumSet.of(ModelTask.EDITING);
        }
        ModelTask drawing = switch (model.conditioning().kind()) {
            case TEXT -> ModelTask.TEXT_TO_IMAGE;
            case LABEL -> ModelTask.LABEL_TO_IMAGE;
            case NOTHING -> ModelTask.UNCONDITIONAL;
        };
        Set<ModelTask> tasks = EnumSet.of(drawing, ModelTask.IMAGE_TO_IMAGE, ModelTask.INPAINTING);
        if (model.sizes().free()) {
            tasks.add(ModelTask.OUTPAINTING);
        }
        return tasks;
    }
}
