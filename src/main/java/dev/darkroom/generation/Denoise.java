package dev.darkroom.generation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The picture is noisy: the reverse process starts at its noise level, and no noise is added.
 *
 * @param noiseLevel standard deviation of the noise in levels of 255; null to estimate it
 */
public record Denoise(@Nullable Double noiseLevel) {

    /** The draft that resolves to this. */
    public Draft draft() {
        return new Draft(noiseLevel);
    }

    /**
     * As a client says it.
     *
     * @param noiseLevel above 0 to 255
     */
    @Schema(name = "Denoise", description = "Takes the noise out of image instead of drawing something new over it")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Draft(
            @Schema(
                    description = "Standard deviation of the noise in levels of 255; estimated if absent",
                    minimum = "0",
                    maximum = "255",
                    example = "25")
            @JsonProperty("noise_level")
            @Nullable
            Double noiseLevel) {}
}
