package dev.darkroom.generation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client asked for: only what it said is set, everything else is null. This record is the one definition of a
 * request's fields: their names in JSON, their documentation, their types. {@code pipeline} fills a draft in to a
 * {@link GenerationRequest} or says what is wrong with it; a complete request turns back into a draft that gives the
 * same pixels.
 *
 * @param prompt what the picture should show
 * @param negativePrompt what it should not show
 * @param label what it should show, for a model that draws labels: a name or a number
 * @param imagePrompts one prompt a picture, instead of {@code prompt}
 * @param styles names of styles
 * @param promptSyntax {@code webui} or {@code plain}
 * @param emphasis {@code original}, {@code no_norm}, {@code ignore} or {@code none}
 * @param model id of a model
 * @param seed 0 to 2^63 - 1
 * @param steps number of denoising steps
 * @param guidanceScale classifier-free guidance scale
 * @param guidanceRescale 0 to 1
 * @param sampler any known spelling
 * @param schedule any known spelling
 * @param eta stochasticity of samplers that have the parameter
 * @param sigmaMin smallest non-zero sigma
 * @param sigmaMax largest sigma
 * @param sigmas noise levels to walk instead of a schedule's, noisiest first, the last one being the end
 * @param timesteps training timesteps to walk instead of a schedule's, noisiest first
 * @param clipSkip last layers of the text encoder left out
 * @param noise {@code cpu} or {@code cuda}
 * @param brownian draw the steps' noise from one Brownian motion
 * @param samplerOptions what single samplers take
 * @param width pixels
 * @param height pixels
 * @param count number of pictures
 * @param image base64, a {@code data:} URL or {@code sha256:<hex>} of an input given before
 * @param strength 0 to 1, with {@code image}
 * @param mask as image; white where image is painted anew
 * @param inpaint how it is painted
 * @param outpaint how far image goes on beyond its edges
 * @param imageGuidanceScale how closely an editing model keeps to image
 * @param variation a second seed
 * @param hires a second pass at a larger size
 * @param guidance beyond its scale
 * @param interpolation the way to another prompt and seed
 * @param denoise the image is noisy
 * @param inversion the noise that the image could have been made of
 * @param tiling {@code none}, {@code x}, {@code y} or {@code both}
 * @param trajectory whether a film of the run is kept, too
 * @param output form of the answer
 */
@RecordBuilder
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GenerationDraft(
        @Schema(description = "What the picture should show", example = "a smiley face", maxLength = 10_000) @Nullable
        String prompt,

        @Schema(description = "What it should not show", example = "") @JsonProperty("negative_prompt") @Nullable
        String negativePrompt,

        @Schema(
                description =
                        "What the picture should show, for a model that draws labels instead of prompts: a name of"
                                + " its labels in /api/v1/models, or a number of them, from 0")
        @Nullable
        String label,

        @Schema(description = "One prompt for each picture instead of prompt; what wildcards became")
        @JsonProperty("image_prompts")
        @Nullable
        List<String> imagePrompts,

        @Schema(description = "Names of /api/v1/styles, put into the prompts one after the other") @Nullable
        List<String> styles,

        @Schema(
                description =
                        "webui: (a:1.3), [from:to:when], [a|b], AND, BREAK and any length; plain: text as it stands",
                allowableValues = {"webui", "plain"},
                defaultValue = "webui")
        @JsonProperty("prompt_syntax")
        @Nullable
        String promptSyntax,

        @Schema(
                description = "What the weights of a webui prompt do; none takes its brackets as text",
                allowableValues = {"original", "no_norm", "ignore", "none"},
                defaultValue = "original")
        @Nullable
        String emphasis,

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
                        "A name of /api/v1/samplers, spelled as in diffusers or webui; a score model takes those of its SDE,"
                                + " such as ve_reverse_sde. The model's default if absent")
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

        @Schema(
                description =
                        "Noise levels to walk instead of a schedule's: falling, all above 0 but the last one, where the"
                                + " run ends, mostly 0. One step less than numbers",
                example = "[14.6, 6.5, 3.9, 2.7, 1.9, 1.4, 0.96, 0.65, 0.4, 0.15, 0]")
        @Nullable
        List<Double> sigmas,

        @Schema(
                description = "Training timesteps to walk instead of a schedule's: falling; as many steps as numbers",
                example = "[999, 850, 736, 645, 545, 455, 343, 233, 124, 24]")
        @Nullable
        List<Double> timesteps,

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

        @Schema(
                description = "Draw the noise of the steps from one Brownian motion over the noise levels, as webui and"
                        + " k-diffusion do for DPM++ SDE, 2M SDE and 3M SDE",
                defaultValue = "false")
        @Nullable
        Boolean brownian,

        @JsonProperty("sampler_options") @Nullable SamplerOptions samplerOptions,

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

        @Schema(
                description = "With image: white where it is painted anew, black where it stays; given like image. Its"
                        + " absence with inpaint means the transparent part of image")
        @Nullable
        String mask,

        Inpainting.@Nullable Draft inpaint,
        Outpainting.@Nullable Draft outpaint,

        @Schema(
                description = "How closely a model that edits pictures keeps to image; below 1 switches guidance off",
                minimum = "0",
                maximum = "20",
                defaultValue = "1.5")
        @JsonProperty("image_guidance_scale")
        @Nullable
        Double imageGuidanceScale,

        Variation.@Nullable Draft variation,
        Hires.@Nullable Draft hires,
        GuidanceOptions.@Nullable Draft guidance,
        Interpolation.@Nullable Draft interpolation,
        Denoise.@Nullable Draft denoise,
        Inversion.@Nullable Draft inversion,

        @Schema(
                description = "In which directions copies of the picture join without a seam",
                allowableValues = {"none", "x", "y", "both"},
                defaultValue = "none")
        @Nullable
        String tiling,

        @Schema(
                description = "Whether to keep a film of the run: GET /api/v1/jobs/{id}/trajectory",
                defaultValue = "false")
        @Nullable
        Boolean trajectory,

        @Nullable OutputDraft output) {

    /**
     * The asked form of the answer.
     *
     * @param format {@code png}, {@code jpeg} or {@code webp}
     * @param quality 1 to 100
     * @param as {@code base64} or {@code url}
     */
    @Schema(name = "Output", description = "The form of the answer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OutputDraft(
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
}
