package dev.darkroom.generation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A second pass at a larger size: the picture is composed at the size that its model knows best, grows, and is worked
 * out at the larger one.
 *
 * @param size of the finished picture
 * @param upscaler how it grows
 * @param steps of the second pass's schedule
 * @param strength 0 to 1: the fraction of that schedule that is run
 */
public record Hires(Size size, Upscaler upscaler, int steps, double strength) {

    /** The draft that resolves to this. */
    public Draft draft() {
        return new Draft(null, size.width(), size.height(), upscaler.id(), steps, strength);
    }

    /**
     * As a client says it.
     *
     * @param scale how much larger, instead of width and height
     * @param width pixels of the finished picture
     * @param height pixels of the finished picture
     * @param upscaler a name of {@link Upscaler}
     * @param steps of the second pass's schedule
     * @param strength 0 to 1
     */
    @Schema(name = "Hires", description = "A second pass at a larger size; width and height are those of the first")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Draft(
            @Schema(
                    description = "How much larger; or give width and height",
                    minimum = "1",
                    maximum = "8",
                    defaultValue = "2")
            @Nullable
            Double scale,

            @Schema(description = "Of the finished picture") @Nullable
            Integer width,

            @Schema(description = "Of the finished picture") @Nullable
            Integer height,

            @Schema(
                    description = "How it grows; names of webui are taken, too",
                    allowableValues = {
                        "latent-nearest",
                        "latent-nearest-exact",
                        "latent-bilinear",
                        "latent-bilinear-antialiased",
                        "latent-bicubic",
                        "latent-bicubic-antialiased",
                        "nearest",
                        "bilinear",
                        "bicubic",
                        "lanczos"
                    },
                    defaultValue = "latent-bilinear")
            @Nullable
            String upscaler,

            @Schema(description = "Of the second pass; those of the first if absent", minimum = "1") @Nullable
            Integer steps,

            @Schema(
                    description = "How much of the second pass's schedule is run",
                    minimum = "0",
                    maximum = "1",
                    defaultValue = "0.7")
            @Nullable
            Double strength) {}
}
