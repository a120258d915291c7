package dev.darkroom.generation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Pictures on the way from one prompt and seed to another: the noise along the great circle, the conditioning along the
 * straight line. The first frame is the picture of the request's prompt and seed, the last one that of the others.
 *
 * @param toPrompt prompt at the end; null for the same one
 * @param toSeed seed at the end; null for the same one
 * @param frames number of pictures, the first and the last one counted
 * @param at the place of a single frame, 0 to 1; null for all of them
 */
public record Interpolation(
        @Nullable String toPrompt,
        @Nullable Long toSeed,
        int frames,
        @Nullable Double at) {

    /** Place of frame {@code index}, 0 to 1. */
    public double place(int index) {
        if (at != null) {
            return at;
        }
        return frames == 1 ? 0 : index / (frames - 1.0);
    }

    /** The draft that resolves to this. */
    public Draft draft() {
        return new Draft(toPrompt, toSeed, at == null ? frames : null, at);
    }

    /**
     * As a client says it.
     *
     * @param toPrompt prompt at the end
     * @param toSeed seed at the end
     * @param frames 2 or more
     * @param at 0 to 1
     */
    @Schema(name = "Interpolation", description = "Pictures on the way from one prompt and seed to another")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Draft(
            @Schema(description = "Prompt at the end; the same one if absent") @JsonProperty("to_prompt") @Nullable
            String toPrompt,

            @Schema(description = "Seed at the end; the same one if absent", minimum = "0")
            @JsonProperty("to_seed")
            @Nullable
            Long toSeed,

            @Schema(
                    description = "Number of pictures, first and last counted; bounded by darkroom.limits.frames",
                    minimum = "2",
                    defaultValue = "8")
            @Nullable
            Integer frames,

            @Schema(description = "Only the frame at this place instead of all", minimum = "0", maximum = "1") @Nullable
            Double at) {}
}
