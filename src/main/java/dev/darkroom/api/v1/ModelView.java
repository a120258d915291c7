package dev.darkroom.api.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.darkroom.model.Conditioning;
import dev.darkroom.model.SizeRule;
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

        @Schema(
                description = "What it denoises: latents of an autoencoder, pixels, or the bits of few colours",
                allowableValues = {"latent", "pixel", "bits"})
        String space,

        Conditioned conditioning,

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
                Math.min(model.steps(), limits.steps()),
                model.guidanceScale(),
                model.sampler(),
                model.schedule());
        SizeRule sizes = model.sizes();
        Limits bounds = new Limits(
                name(sizes.kind()),
                model.sizeFactor(),
                sizes.free() ? limits.smallestSide() : model.sizeFactor(),
                sizes.kind() == SizeRule.Kind.FIXED ? model.sizeFactor() : limits.largestSide(),
                limits.pixels(),
                limits.steps(),
                limits.count());
        return new ModelView(
                model.id(),
                model.description(),
                model.id().equals(usual),
                model.textConditioned(),
                name(model.space()),
                Conditioned.of(model.conditioning()),
                hash,
                model.words().isEmpty() ? null : model.words(),
                model.tasks().stream().map(ModelView::name).sorted().toList(),
                defaults,
                bounds,
                loaded.stream()
                        .map(on -> new Loaded(on.placement(), on.bytes(), on.leases()))
                        .toList());
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** What a request tells it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ModelConditioning", description = "What a request tells it of the picture")
    public record Conditioned(
            @Schema(allowableValues = {"text", "label", "nothing"})
            String by,

            @Schema(description = "What label of a request can be, by number; absent if it draws no labels") @Nullable
            List<String> labels,

            @Schema(description = "Whether label may be left out, so that it draws any")
            @JsonProperty("label_optional")
            @Nullable
            Boolean labelOptional,

            @Schema(description = "Whether it can be guided: guidance_scale above 1")
            boolean guided,

            @Schema(description = "Whether its network sees its last guess of the picture")
            @JsonProperty("self_conditioned")
            boolean self) {

        private static Conditioned of(Conditioning told) {
            boolean labelled = told.kind() == Conditioning.Kind.LABEL;
            return new Conditioned(
                    name(told.kind()),
                    labelled ? told.labels() : null,
                    labelled ? told.hides() : null,
                    told.guided(),
                    told.self());
        }
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
            @Schema(
                    description = "free: any multiples of size_factor; scaled: both times one whole number; fixed: that"
                            + " size alone",
                    allowableValues = {"free", "scaled", "fixed"})
            String sizes,

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
