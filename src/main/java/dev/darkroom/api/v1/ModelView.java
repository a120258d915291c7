package dev.darkroom.api.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.darkroom.pipeline.ModelChoice;
import dev.darkroom.pipeline.RequestLimits;
import dev.darkroom.worker.Workers.LoadedOn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A model in JSON. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Model", description = "A model that can be asked for")
public record ModelView(
        @Schema(example = "darkroom-mini") String id,
        String description,

        @Schema(description = "Whether it is used when a request names none") @JsonProperty("default")
        boolean usual,

        @JsonProperty("needs_prompt") boolean needsPrompt,

        @Schema(description = "SHA-256 of the weights, which pictures carry, too; absent while it is being computed")
        @JsonProperty("model_hash")
        @Nullable
        String modelHash,

        @Schema(
                description =
                        "Words of the captions that it was trained on: what it can draw. Of other words in a prompt the job warns;"
                                + " absent if the model does not say")
        @Nullable
        Set<String> words,

        @Schema(description = "What it can be asked to do", example = "[\"text_to_image\", \"inpainting\"]")
        List<String> tasks,

        Defaults defaults,
        Limits limits,

        @Schema(description = "Where it is in memory now; empty if it is loaded when it is next asked for")
        List<Loaded> loaded) {

    static ModelView of(
            ModelChoice model, @Nullable String hash, String usual, RequestLimits limits, List<LoadedOn> loaded) {
        Defaults defaults = new Defaults(
                model.size().width(),
                model.size().height(),
                model.steps(),
                model.guidanceScale(),
                model.sampler(),
                model.schedule());
        Limits bounds = new Limits(
                model.sizeFactor(),
                limits.smallestSide(),
                limits.largestSide(),
                limits.pixels(),
                limits.steps(),
                limits.count());
        return new ModelView(
                model.id(),
                model.description(),
                model.id().equals(usual),
                model.textConditioned(),
                hash,
                model.words().isEmpty() ? null : model.words(),
                model.tasks().stream()
                        .map(task -> task.name().toLowerCase(Locale.ROOT))
                        .sorted()
                        .toList(),
                defaults,
                bounds,
                loaded.stream()
                        .map(on -> new Loaded(on.placement(), on.bytes(), on.leases()))
                        .toList());
    }

    /** A device that holds it. */
    @Schema(name = "ModelLoaded")
    public record Loaded(
            @Schema(example = "bf16 on cpu") String placement,

            @Schema(description = "Estimated memory") long bytes,

            @Schema(description = "Runs that use it now") @JsonProperty("in_use")
            int inUse) {}

    /** What fills gaps in a request. */
    @Schema(name = "ModelDefaults")
    public record Defaults(
            int width,
            int height,
            int steps,
            @JsonProperty("guidance_scale") double guidanceScale,
            String sampler,
            String schedule) {}

    /** Bounds of a request. */
    @Schema(name = "ModelLimits")
    public record Limits(
            @Schema(description = "Width and height are multiples of it") @JsonProperty("size_factor")
            int sizeFactor,

            @JsonProperty("smallest_side") int smallestSide,
            @JsonProperty("largest_side") int largestSide,

            @Schema(description = "Most pixels of a picture")
            long pixels,

            @Schema(description = "Most steps") int steps,

            @Schema(description = "Most pictures of a request")
            int count) {}
}
