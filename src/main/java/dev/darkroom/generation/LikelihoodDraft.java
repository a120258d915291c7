package dev.darkroom.generation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a client asked of a likelihood; what it did not say is null.
 *
 * @param image base64, a {@code data:} URL or {@code sha256:<hex>} of an input given before
 * @param model id of a model
 * @param prompt that the model is conditioned on
 * @param label that the model is conditioned on
 * @param probes of the trace
 * @param tolerance of the solver
 * @param seed of the probes, 0 to 2^63 - 1
 * @param width pixels
 * @param height pixels
 */
@Schema(
        name = "LikelihoodRequest",
        description = "A picture whose likelihood is wanted. Only image is needed; the rest has defaults.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LikelihoodDraft(
        @Schema(description = "The picture: base64, a data: URL, or the sha256:… reference of an earlier one") @Nullable
        String image,

        @Schema(description = "Under which model; an id of /api/v1/models, the configured default if absent") @Nullable
        String model,

        @Schema(
                description = "What the picture is said to show, taken as it stands; the likelihood is given this text",
                defaultValue = "",
                example = "a smiley face")
        @Nullable
        String prompt,

        @Schema(description = "What the picture is said to show, for a model that draws labels") @Nullable
        String label,

        @Schema(
                description =
                        "Random directions by which the trace of the Jacobian is estimated: each costs two network"
                                + " evaluations a stage; with one there is no standard error",
                minimum = "1",
                maximum = "16",
                defaultValue = "4")
        @Nullable
        Integer probes,

        @Schema(
                description = "Error that one step of the ODE solver may make, relative and absolute",
                minimum = "0.00001",
                maximum = "0.1",
                defaultValue = "0.001")
        @Nullable
        Double tolerance,

        @Schema(description = "Of the probes; drawn if absent", example = "42", minimum = "0") @Nullable
        Long seed,

        @Schema(description = "Pixels, a multiple of the model's factor; the model's default if absent") @Nullable
        Integer width,

        @Schema(description = "Pixels, a multiple of the model's factor; the model's default if absent") @Nullable
        Integer height) {}
