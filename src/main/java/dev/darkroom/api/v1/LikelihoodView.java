package dev.darkroom.api.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.darkroom.generation.LikelihoodDraft;
import dev.darkroom.generation.LikelihoodRequest;
import dev.darkroom.pipeline.LikelihoodEstimate;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of {@code POST /likelihood}. */
@Schema(name = "Likelihood", description = "How probable a picture's latent is under a model")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LikelihoodView(
        @Schema(description = "Complete, with every default and the seed: posting it again gives the same numbers")
        LikelihoodDraft request,

        @Schema(description = "Negative log-likelihood of one value of the latent, in bits", example = "1.31")
        @JsonProperty("bits_per_dim")
        double bitsPerDimension,

        @Schema(
                description =
                        "Standard error of that over the probes; absent for one probe. The solver's error and that"
                                + " of the differences come on top",
                example = "0.004")
        @JsonProperty("standard_error")
        @Nullable
        Double standardError,

        @Schema(description = "Log-likelihood of the whole latent, in nats", example = "-929.9")
        double nats,

        @Schema(description = "Values of the latent", example = "1024")
        int dimensions,

        @Schema(description = "Evaluations of the network", example = "430")
        int evaluations,

        @Schema(description = "What the numbers mean and what they do not")
        List<String> warnings) {

    static LikelihoodView of(LikelihoodRequest request, LikelihoodEstimate estimate) {
        LikelihoodDraft echo = new LikelihoodDraft(
                request.reference(),
                request.model(),
                request.prompt(),
                request.label(),
                request.probes(),
                request.tolerance(),
                request.seed(),
                request.size().width(),
                request.size().height());
        double error = estimate.standardError();
        return new LikelihoodView(
                echo,
                estimate.bitsPerDimension(),
                Double.isNaN(error) ? null : error,
                estimate.nats(),
                estimate.dimensions(),
                estimate.evaluations(),
                estimate.warnings());
    }
}
