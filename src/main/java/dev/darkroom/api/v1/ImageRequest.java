package dev.darkroom.api.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.darkroom.generation.GenerationDraft;
import dev.darkroom.generation.GenerationDraft.OutputDraft;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as it stands in JSON. Also what a job echoes: complete then, so that posting it again gives the same pixels. */
@Schema(name = "ImageRequest", description = "What to draw. Only prompt is needed; the rest has defaults.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImageRequest(
        @Schema(description = "What the picture should show", example = "a smiley face", maxLength = 10_000) @Nullable
        String prompt,

        @Schema(description = "What it should not show", example = "") @JsonProperty("negative_prompt") @Nullable
        String negativePrompt,

        @Schema(description = "An id of /api/v1/models; the configured default if absent") @Nullable
        String model,

        @Schema(description = "Picture i uses seed + i; drawn if absent", example = "42", minimum = "0") @Nullable
        Long seed,

        @Schema(description = "Denoising steps; the model's default if absent", example = "20", minimum = "1") @Nullable
        Integer steps,

        @Schema(
                description =
                        "How strongly the prompt is followed; 1 switches guidance off. The model's default if absent",
                minimum = "0",
                maximum = "50")
        @JsonProperty("guidance_scale")
        @Nullable
        Double guidanceScale,

        @Schema(
                description = "Evens out the contrast of strong guidance",
                minimum = "0",
                maximum = "1",
                defaultValue = "0")
        @JsonProperty("guidance_rescale")
        @Nullable
        Double guidanceRescale,

        @Schema(
                description =
                        "A name of /api/v1/samplers, spelled as in diffusers or webui; the model's default if absent")
        @Nullable
        String sampler,

        @Schema(description = "A name of /api/v1/schedules; the model's default if absent") @Nullable
        String schedule,

        @Schema(description = "Stochasticity of samplers that have the parameter", minimum = "0", maximum = "1")
        @Nullable
        Double eta,

        @Schema(description = "Smallest noise level; the model's if absent") @JsonProperty("sigma_min") @Nullable
        Double sigmaMin,

        @Schema(description = "Largest noise level; the model's if absent") @JsonProperty("sigma_max") @Nullable
        Double sigmaMax,

        @Schema(description = "Last layers of the text encoder left out", minimum = "0", maximum = "64")
        @JsonProperty("clip_skip")
        @Nullable
        Integer clipSkip,

        @Schema(
                description = "Whose PyTorch generator turns the seed into noise",
                allowableValues = {"cpu", "cuda"},
                defaultValue = "cpu")
        @Nullable
        String noise,

        @Schema(description = "Pixels, a multiple of the model's factor; the model's default if absent") @Nullable
        Integer width,

        @Schema(description = "Pixels, a multiple of the model's factor; the model's default if absent") @Nullable
        Integer height,

        @Schema(description = "Number of pictures", minimum = "1", maximum = "16", defaultValue = "1") @Nullable
        Integer count,

        @Schema(description = "Picture to start from: base64, a data: URL, or the sha256:… reference of an earlier one")
        @Nullable
        String image,

        @Schema(description = "With image: how far to go from it", minimum = "0", maximum = "1", defaultValue = "0.75")
        @Nullable
        Double strength,

        @Nullable OutputRequest output,

        @Schema(description = "Higher goes first", minimum = "-100", maximum = "100", defaultValue = "0") @Nullable
        Integer priority,

        @Schema(description = "The job expires when it has not finished by then", example = "2099-12-31T23:59:59Z")
        @Nullable
        Instant deadline,

        @Schema(description = "Your own notes, given back with the job") @Nullable
        Map<String, String> labels,

        @Schema(description = "Whether the job ends when the waiting client goes away", defaultValue = "false")
        @JsonProperty("cancel_on_disconnect")
        @Nullable
        Boolean cancelOnDisconnect) {

    /** The form of the answer. */
    @Schema(name = "Output", description = "The form of the answer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OutputRequest(
            @Schema(
                    allowableValues = {"png", "jpeg", "webp"},
                    defaultValue = "png")
            @Nullable
            String format,

            @Schema(description = "Of JPEG and WebP", minimum = "1", maximum = "100", defaultValue = "90") @Nullable
            Integer quality,

            @Schema(
                    description = "Default: base64 on /images, url on /jobs",
                    allowableValues = {"base64", "url"})
            @Nullable
            String as) {}

    /** The part that says what to draw. */
    GenerationDraft draft(OutputDraft form) {
        return new GenerationDraft(
                prompt,
                negativePrompt,
                model,
                seed,
                steps,
                guidanceScale,
                guidanceRescale,
                sampler,
                schedule,
                eta,
                sigmaMin,
                sigmaMax,
                clipSkip,
                noise,
                width,
                height,
                count,
                image,
                strength,
                form);
    }

    /** The JSON form of a draft, with what the queue was told. */
    static ImageRequest of(GenerationDraft draft, @Nullable Map<String, String> labels) {
        OutputDraft form = draft.output();
        return new ImageRequest(
                draft.prompt(),
                draft.negativePrompt(),
                draft.model(),
                draft.seed(),
                draft.steps(),
                draft.guidanceScale(),
                draft.guidanceRescale(),
                draft.sampler(),
                draft.schedule(),
                draft.eta(),
                draft.sigmaMin(),
                draft.sigmaMax(),
                draft.clipSkip(),
                draft.noise(),
                draft.width(),
                draft.height(),
                draft.count(),
                draft.image(),
                draft.strength(),
                form == null ? null : new OutputRequest(form.format(), form.quality(), form.as()),
                null,
                null,
                labels,
                null);
    }
}
