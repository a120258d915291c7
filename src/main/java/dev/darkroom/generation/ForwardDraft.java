package dev.darkroom.generation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client asked of the forward process; what it did not say is null.
 *
 * @param image base64, a {@code data:} URL or {@code sha256:<hex>} of an input given before
 * @param model id of a model
 * @param timesteps whole ones of the model's training
 * @param space {@code latent} or {@code pixel}
 * @param seed 0 to 2^63 - 1
 * @param noise {@code cpu} or {@code cuda}
 * @param width pixels
 * @param height pixels
 */
@Schema(name = "ForwardRequest", description = "A picture to be noised. Only image is needed; the rest has defaults.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ForwardDraft(
        @Schema(description = "The picture: base64, a data: URL, or the sha256:… reference of an earlier one") @Nullable
        String image,

        @Schema(description = "Whose training; an id of /api/v1/models, the configured default if absent") @Nullable
        String model,

        @Schema(
                description =
                        "Timesteps of the model's training, for most models 0 to 999, at most 16; five spread ones if absent",
                example = "[0, 250, 500, 750, 999]")
        @Nullable
        List<Integer> timesteps,

        @Schema(
                description = "Where noise is added: to the latent, which is then decoded, or to the pixels",
                allowableValues = {"latent", "pixel"},
                defaultValue = "latent")
        @Nullable
        String space,

        @Schema(
                description = "Of the noise, the same at every timestep; drawn if absent",
                example = "42",
                minimum = "0")
        @Nullable
        Long seed,

        @Schema(
                description = "Whose PyTorch generator turns the seed into noise",
                allowableValues = {"cpu", "cuda"},
                defaultValue = "cpu")
        @Nullable
        String noise,

        @Schema(description = "Pixels, a multiple of the model's factor; the model's default if absent") @Nullable
        Integer width,

        @Schema(description = "Pixels, a multiple of the model's factor; the model's default if absent") @Nullable
        Integer height) {

    public ForwardDraft {
        timesteps = timesteps == null ? null : List.copyOf(timesteps);
    }
}
