package dev.darkroom.api.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.darkroom.generation.GenerationDraft;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it stands in JSON: what to draw, and what the queue is told beside it. Also what a job echoes: complete
 * then, so that posting it again gives the same pixels.
 */
@Schema(name = "ImageRequest", description = "What to draw. Only prompt is needed; the rest has defaults.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImageRequest(
        @JsonUnwrapped GenerationDraft draft,

        @Schema(description = "Higher goes first", minimum = "-100", maximum = "100", defaultValue = "0") @Nullable
        Integer priority,

        @Schema(description = "The job expires when it has not finished by then", example = "2099-12-31T23:59:59Z")
        @Nullable
        Instant deadline,

        @Schema(description = "Your own notes, given back with the job") @Nullable
        Map<String, String> labels,

        @Schema(description = "Whether the job ends when the waiting client goes away", defaultValue = "false")
        @JsonProperty("cancel_on_disconnect")
        @Nullable
        Boolean cancelOnDisconnect) {

    /** The JSON form of a draft, with what the queue was told. */
    static ImageRequest of(GenerationDraft draft, @Nullable Map<String, String> labels) {
        return new ImageRequest(draft, null, null, labels, null);
    }
}
