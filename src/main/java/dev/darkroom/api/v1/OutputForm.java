package dev.darkroom.api.v1;

import dev.darkroom.generation.Delivery;
import dev.darkroom.generation.GenerationDraft.OutputDraft;
import dev.darkroom.generation.ImageFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The form of the answer: what the body says, else what the endpoint does usually.
 *
 * @param draft nothing in it is open that the endpoint decides
 */
record OutputForm(OutputDraft draft) {

    /** @param usual how pictures are handed over when the body does not say */
    static OutputForm of(@Nullable OutputDraft asked, Delivery usual) {
        String as = usual.name().toLowerCase(Locale.ROOT);
        return new OutputForm(
                asked == null
                        ? new OutputDraft(null, null, as)
                        : new OutputDraft(asked.format(), asked.quality(), asked.as() == null ? as : asked.as()));
    }

    /** The same, in the format of the picture that the header {@code Accept} asks for, if it asks for one. */
    OutputForm inFormat(Optional<ImageFormat> accepted) {
        return accepted.map(format -> format.name().toLowerCase(Locale.ROOT))
                .map(format -> new OutputForm(new OutputDraft(format, draft.quality(), draft.as())))
                .orElse(this);
    }
}
