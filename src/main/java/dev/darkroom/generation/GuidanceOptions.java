package dev.darkroom.generation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How guidance is done beyond its scale.
 *
 * @param interval the part of the steps that is guided; null for all
 * @param dynamicThresholding holds the predicted latent in a range; null for no such thing
 * @param apg adaptive projected guidance; null for plain guidance
 * @param perpNeg how strongly only what is perpendicular to the prompt is taken from the negative prompt; null for plain
 *     guidance
 * @param zeroStar CFG-Zero*: the unconditional output is fitted to the conditional one first
 */
public record GuidanceOptions(
        @Nullable Interval interval,
        @Nullable DynamicThresholding dynamicThresholding,
        @Nullable Apg apg,
        @Nullable Double perpNeg,
        boolean zeroStar) {

    /**
     * A part of the steps.
     *
     * @param start share of the steps before it, 0 to 1
     * @param end share of the steps at whose end it ends, above start
     */
    public record Interval(double start, double end) {}

    /**
     * Values beyond a range are cut at a quantile and scaled into it.
     *
     * @param ratio the quantile of the magnitudes
     * @param range the latent is held in [-range, range]
     */
    @Schema(name = "DynamicThresholding", description = "Holds the predicted latent in a range")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DynamicThresholding(
            @Schema(description = "Quantile of the magnitudes", minimum = "0.5", maximum = "1", defaultValue = "0.995")
            @Nullable
            Double ratio,

            @Schema(
                    description = "In latent units; 1 is that of the paper, for pixels",
                    minimum = "0.1",
                    maximum = "100",
                    defaultValue = "3")
            @Nullable
            Double range) {}

    /**
     * Adaptive projected guidance, without momentum.
     *
     * @param eta share of the part along the conditional output that is kept
     * @param normThreshold largest norm of the direction; 0 for no bound
     */
    @Schema(name = "Apg", description = "Adaptive projected guidance: less oversaturation at high scales")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Apg(
            @Schema(
                    description = "Share kept of what lies along the output itself",
                    minimum = "0",
                    maximum = "1",
                    defaultValue = "0")
            @Nullable
            Double eta,

            @Schema(
                    description = "Largest norm of the direction; 0 for no bound",
                    minimum = "0",
                    maximum = "1000",
                    defaultValue = "15")
            @JsonProperty("norm_threshold")
            @Nullable
            Double normThreshold) {}

    /** The draft that resolves to this. */
    public Draft draft() {
        return new Draft(
                interval == null ? null : List.of(interval.start(), interval.end()),
                dynamicThresholding,
                apg,
                perpNeg == null ? null : true,
                perpNeg,
                zeroStar ? true : null);
    }

    /**
     * As a client says it.
     *
     * @param interval two shares of the steps
     * @param dynamicThresholding ratio and range
     * @param apg eta and norm_threshold
     * @param perpNeg whether to
     * @param perpNegScale how strongly
     * @param zeroStar whether to
     */
    @Schema(name = "Guidance", description = "How guidance is done beyond guidance_scale, which has to be above 1")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Draft(
            @Schema(
                    description = "Guides only the steps between two shares of the schedule, 0 its noisy end and 1 its"
                            + " clean one",
                    example = "[0.1, 0.8]")
            @Nullable
            List<Double> interval,

            @JsonProperty("dynamic_thresholding") @Nullable DynamicThresholding dynamicThresholding,

            @Nullable Apg apg,

            @Schema(description = "Takes from the negative prompt only what the prompt does not hold")
            @JsonProperty("perp_neg")
            @Nullable
            Boolean perpNeg,

            @Schema(description = "How strongly", minimum = "0", maximum = "10", defaultValue = "1")
            @JsonProperty("perp_neg_scale")
            @Nullable
            Double perpNegScale,

            @Schema(description = "CFG-Zero*, for flow models") @JsonProperty("zero_star") @Nullable
            Boolean zeroStar) {}
}
