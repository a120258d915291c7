package dev.darkroom.generation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A part of the source picture is painted anew; all else stays what it is, pixel by pixel.
 *
 * @param mask {@code sha256:<hex>} of the stored mask, white where it is painted; null if that is where the source is
 *     transparent
 * @param maskBlur how softly the painted part runs into the picture inside the mask's border: the deviation of a Gaussian
 *     in pixels of the source
 * @param fill what lies under the mask at the beginning
 * @param region what the network sees
 * @param padding pixels around the mask that it sees with {@link PaintedRegion#MASKED}
 * @param invert whether black is painted instead
 * @param resample walks stretches of steps again; null for once
 */
public record Inpainting(
        @Nullable String mask,
        int maskBlur,
        Fill fill,
        PaintedRegion region,
        int padding,
        boolean invert,
        @Nullable Resample resample) {

    /** The draft that resolves to this, beside the mask. */
    public Draft draft() {
        return new Draft(
                maskBlur,
                fill.name().toLowerCase(Locale.ROOT),
                region.name().toLowerCase(Locale.ROOT),
                region == PaintedRegion.MASKED ? padding : null,
                invert,
                resample == null ? null : resample.draft());
    }

    /**
     * As a client says it; the mask is a field of its own.
     *
     * @param maskBlur 0 to 64
     * @param fill a name of {@link Fill}
     * @param region a name of {@link PaintedRegion}
     * @param padding pixels
     * @param invert paint black
     * @param resample walk again
     */
    @Schema(name = "Inpaint", description = "How the part of image that mask shows in white is painted anew")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Draft(
            @Schema(
                    description =
                            "How softly what is painted runs into the picture, in pixels; always inside the mask's"
                                    + " border. 0 gives the hard edge of diffusers",
                    minimum = "0",
                    maximum = "64",
                    defaultValue = "4")
            @JsonProperty("mask_blur")
            @Nullable
            Integer maskBlur,

            @Schema(
                    description = "What lies under the mask at the beginning: the picture, noise, the empty latent, or"
                            + " the colours around it",
                    allowableValues = {"original", "noise", "latent", "blurred"},
                    defaultValue = "original")
            @Nullable
            String fill,

            @Schema(
                    description = "What the network sees: the whole picture, or the surroundings of the mask enlarged",
                    allowableValues = {"whole", "masked"},
                    defaultValue = "whole")
            @Nullable
            String region,

            @Schema(
                    description = "With region masked: pixels around the mask that are seen, too",
                    minimum = "0",
                    maximum = "1024",
                    defaultValue = "32")
            @Nullable
            Integer padding,

            @Schema(description = "Paint what is black in the mask", defaultValue = "false") @Nullable
            Boolean invert,

            Resample.@Nullable Draft resample) {}
}
