package dev.darkroom.generation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * RePaint's resampling: each stretch of steps is walked again, so that what is painted fits what is known.
 *
 * @param jumpLength steps of a stretch
 * @param jumps how often each is walked again
 */
public record Resample(int jumpLength, int jumps) {

    /** The draft that resolves to this. */
    public Draft draft() {
        return new Draft(jumpLength, jumps);
    }

    /**
     * As a client says it.
     *
     * @param jumpLength steps
     * @param jumps times
     */
    @Schema(
            name = "Resample",
            description =
                    "Walk each stretch of steps again, so that what is painted fits what is known (RePaint); takes"
                            + " jumps + 1 times as long")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Draft(
            @Schema(description = "Steps of a stretch", minimum = "1", maximum = "150", defaultValue = "5")
            @JsonProperty("jump_length")
            @Nullable
            Integer jumpLength,

            @Schema(description = "How often each is walked again", minimum = "0", maximum = "20", defaultValue = "3")
            @Nullable
            Integer jumps) {}
}
