package dev.darkroom.generation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Picture to noise to picture: the noise is sought that the sampler would have made the picture of, then the sampler
 * runs from it.
 *
 * @param prompt what the given picture shows; null for the image's prompt
 * @param steps of the way to the noise
 * @param guidance guidance scale on that way; 1 for none
 * @param iterations network evaluations of each of its steps; each brings the step nearer to the sampler's exact inverse
 */
public record Inversion(@Nullable String prompt, int steps, double guidance, int iterations) {

    /** The draft that resolves to this. */
    public Draft draft() {
        return new Draft(prompt, steps, guidance, iterations);
    }

    /**
     * As a client says it.
     *
     * @param prompt what the given picture shows
     * @param steps of the way to the noise
     * @param guidance 0 to 50
     * @param iterations 1 to 10
     */
    @Schema(
            name = "Inversion",
            description =
                    "Seeks the noise that image could have been made of and draws from it: with the same prompt the"
                            + " picture again, with another one an edit")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Draft(
            @Schema(description = "What the given picture shows; the request's prompt if absent") @Nullable
            String prompt,

            @Schema(description = "Of the way to the noise; those of the request if absent", minimum = "1") @Nullable
            Integer steps,

            @Schema(
                    description = "Guidance scale on the way to the noise",
                    minimum = "0",
                    maximum = "50",
                    defaultValue = "1")
            @Nullable
            Double guidance,

            @Schema(
                    description =
                            "Network evaluations of each step to the noise; more come nearer to the exact inverse",
                    minimum = "1",
                    maximum = "10",
                    defaultValue = "3")
            @Nullable
            Integer iterations) {}
}
