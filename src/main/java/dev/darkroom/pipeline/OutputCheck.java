package dev.darkroom.pipeline;

import dev.darkroom.generation.Delivery;
import dev.darkroom.generation.GenerationDraft.OutputDraft;
import dev.darkroom.generation.ImageFormat;
import dev.darkroom.generation.Output;
import org.jspecify.annotations.Nullable;

/** The form of the answer. */
class OutputCheck {

    private static final int DEFAULT_QUALITY = 90;

    private final FieldCheck check;

    OutputCheck(FieldCheck check) {
        this.check = check;
    }

    Output output(@Nullable OutputDraft draft) {
        if (draft == null) {
            return new Output(ImageFormat.PNG, DEFAULT_QUALITY, Delivery.URL);
        }
        return new Output(
                check.oneOf("output.format", draft.format(), ImageFormat.values(), ImageFormat.PNG),
                check.within("output.quality", draft.quality(), 1, 100, DEFAULT_QUALITY),
                check.oneOf("output.as", draft.as(), Delivery.values(), Delivery.URL));
    }
}
