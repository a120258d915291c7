package dev.darkroom.api.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.darkroom.denoise.plan.SamplerEntry;
import dev.darkroom.denoise.plan.SamplerEntry.Facts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.Stream;

/** A sampler in JSON. */
@Schema(name = "Sampler", description = "A way to walk down the noise levels")
public record SamplerView(
        @Schema(example = "dpmpp_2m") String name,
        @Schema(example = "DPM++ 2M") String title,
        String description,
        @Schema(description = "Where it comes from") String paper,

        @Schema(description = "Other spellings that are understood")
        List<String> aliases,

        @Schema(description = "Order of convergence") int order,

        @Schema(description = "Whether it adds noise on the way")
        boolean stochastic,

        @Schema(description = "Network evaluations a step") int evaluations,

        @Schema(description = "Step counts that give good pictures, smallest and largest") @JsonProperty("good_steps")
        List<Integer> goodSteps) {

    static SamplerView of(SamplerEntry entry) {
        Facts facts = entry.facts();
        List<String> aliases = Stream.concat(Stream.of(facts.title(), entry.className()), entry.aliases().stream())
                .distinct()
                .toList();
        return new SamplerView(
                entry.name(),
                facts.title(),
                facts.description(),
                facts.paper(),
                aliases,
                facts.order(),
                facts.stochastic(),
                facts.evaluations(),
                facts.goodSteps());
    }
}
