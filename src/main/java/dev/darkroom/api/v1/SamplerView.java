package dev.darkroom.api.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.darkroom.denoise.plan.SamplerEntry;
import dev.darkroom.denoise.plan.SamplerEntry.Facts;
import dev.darkroom.denoise.plan.SamplerOption;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

        @Schema(description = "Default of eta; null where the sampler has no eta") @Nullable
        Double eta,

        @Schema(description = "Network evaluations a step") int evaluations,

        @Schema(description = "Step counts that give good pictures, smallest and largest") @JsonProperty("good_steps")
        List<Integer> goodSteps,

        @Schema(description = "Whether a schedule can be chosen") @JsonProperty("takes_schedule")
        boolean takesSchedule,

        @Schema(
                description = "Lists of levels that a request may give instead of a schedule",
                allowableValues = {"sigmas", "timesteps"})
        List<String> takes,

        @Schema(description = "Fields of sampler_options that it takes", example = "[\"order\"]")
        List<String> options,

        @Schema(
                description = "Kind of models that it runs",
                allowableValues = {"discrete", "flow", "edm", "consistency", "dance", "ve_sde", "vp_sde", "sub_vp_sde"})
        String family,

        @Schema(description = "What a model may predict, in the words of prediction_type of its scheduler_config.json")
        @JsonProperty("prediction_types")
        List<String> predictionTypes,

        @Schema(
                description = "cfg_plus_plus: wants guidance scales of 0 to 2; brownian: takes the field brownian",
                allowableValues = {"cfg_plus_plus", "brownian"})
        List<String> traits) {

    static SamplerView of(SamplerEntry entry) {
        Facts facts = entry.facts();
        List<String> aliases = Stream.concat(Stream.of(facts.title(), entry.className()), entry.aliases().stream())
                .filter(alias -> !alias.isEmpty())
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
                facts.eta(),
                facts.evaluations(),
                facts.goodSteps(),
                entry.takesSchedules(),
                entry.takes().stream().sorted().map(SamplerView::word).toList(),
                entry.tunable().stream().sorted().map(SamplerOption::spelled).toList(),
                word(entry.family()),
                entry.predictionTypes(),
                entry.traits().stream().map(SamplerView::word).toList());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
