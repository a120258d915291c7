package dev.darkroom.generation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What single samplers can be told beyond the fields that all have; what is null is the model's. Which sampler takes
 * which is in the catalog of samplers.
 *
 * @param order of a solver
 * @param churn how much noise is added and taken away again on the way (Karras et al. 2022, algorithm 2)
 * @param churnMin smallest sigma with churn
 * @param churnMax largest sigma with churn
 * @param noiseScale factor of fresh noise
 * @param variance of a DDPM step, {@code fixed_small} or {@code fixed_large}
 * @param spacing of the timesteps of the default schedule, {@code linspace}, {@code leading} or {@code trailing}
 * @param shift of a flow model's levels towards noise
 * @param snr size of a corrector's Langevin step (Song et al. 2021, algorithm 4)
 * @param correctSteps Langevin steps of a corrector at each level
 * @param langevinRate Langevin step over the level's variance (Song and Ermon 2019, algorithm 1)
 * @param langevinSteps Langevin steps at each level
 * @param tolerance of the adaptive solver, relative and absolute
 * @param timeDifference steps that each step of bit diffusion goes further than the network is told (Chen et al. 2022)
 */
@Schema(
        name = "SamplerOptions",
        description = "What single samplers take; /api/v1/samplers says with options which. The model's if absent")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SamplerOptions(
        @Schema(description = "Order of a solver", minimum = "1", maximum = "4") @Nullable
        Integer order,

        @Schema(
                description = "How much noise is added and taken away again on the way",
                minimum = "0",
                maximum = "100",
                defaultValue = "0")
        @JsonProperty("s_churn")
        @Nullable
        Double churn,

        @Schema(description = "Smallest sigma with churn", minimum = "0", defaultValue = "0")
        @JsonProperty("s_tmin")
        @Nullable
        Double churnMin,

        @Schema(description = "Largest sigma with churn; no bound if absent", minimum = "0")
        @JsonProperty("s_tmax")
        @Nullable
        Double churnMax,

        @Schema(description = "Factor of fresh noise", minimum = "0", maximum = "2", defaultValue = "1")
        @JsonProperty("s_noise")
        @Nullable
        Double noiseScale,

        @Schema(
                description = "Variance of a DDPM step",
                allowableValues = {"fixed_small", "fixed_large"})
        @JsonProperty("variance_type")
        @Nullable
        String variance,

        @Schema(
                description = "How the default schedule spaces its timesteps",
                allowableValues = {"linspace", "leading", "trailing"})
        @JsonProperty("timestep_spacing")
        @Nullable
        String spacing,

        @Schema(description = "Moves a flow model's levels towards noise", minimum = "0.01", maximum = "100") @Nullable
        Double shift,

        @Schema(
                description = "Size of a corrector's step: signal to noise",
                minimum = "0.001",
                maximum = "1",
                defaultValue = "0.15")
        @Nullable
        Double snr,

        @Schema(description = "Corrector's steps at each level", minimum = "0", maximum = "10", defaultValue = "1")
        @JsonProperty("correct_steps")
        @Nullable
        Integer correctSteps,

        @Schema(
                description = "Langevin step over the level's variance",
                minimum = "0.001",
                maximum = "1",
                defaultValue = "0.2")
        @JsonProperty("langevin_rate")
        @Nullable
        Double langevinRate,

        @Schema(description = "Langevin steps at each level", minimum = "1", maximum = "20", defaultValue = "5")
        @JsonProperty("langevin_steps")
        @Nullable
        Integer langevinSteps,

        @Schema(
                description = "Error that the adaptive solver allows itself",
                minimum = "0.000001",
                maximum = "0.1",
                defaultValue = "0.001")
        @Nullable
        Double tolerance,

        @Schema(
                description = "Of bit diffusion: how many steps further each goes than the network is told",
                minimum = "0",
                maximum = "20",
                defaultValue = "1")
        @JsonProperty("time_difference")
        @Nullable
        Double timeDifference) {

    /** Nothing said. */
    public static final SamplerOptions NONE =
            new SamplerOptions(null, null, null, null, null, null, null, null, null, null, null, null, null, null);
}
