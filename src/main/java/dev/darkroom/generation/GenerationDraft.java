package dev.darkroom.generation;

import org.jspecify.annotations.Nullable;

/**
 * What a client asked for: only what it said is set, everything else is null. Flat, with the field names of the HTTP
 * API (there in snake_case). {@code pipeline} fills a draft in to a {@link GenerationRequest} or says what is wrong
 * with it; a complete request turns back into a draft that gives the same pixels.
 *
 * @param prompt what the picture should show
 * @param negativePrompt what it should not show
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
 * @param clipSkip last layers of the text encoder left out
 * @param noise {@code cpu} or {@code cuda}
 * @param width pixels
 * @param height pixels
 * @param count number of pictures
 * @param image base64, a {@code data:} URL or {@code sha256:<hex>} of an input given before
 * @param strength 0 to 1, with {@code image}
 * @param output form of the answer
 */
public record GenerationDraft(
        @Nullable String prompt,
        @Nullable String negativePrompt,
        @Nullable String model,
        @Nullable Long seed,
        @Nullable Integer steps,
        @Nullable Double guidanceScale,
        @Nullable Double guidanceRescale,
        @Nullable String sampler,
        @Nullable String schedule,
        @Nullable Double eta,
        @Nullable Double sigmaMin,
        @Nullable Double sigmaMax,
        @Nullable Integer clipSkip,
        @Nullable String noise,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Integer count,
        @Nullable String image,
        @Nullable Double strength,
        @Nullable OutputDraft output) {

    /**
     * The asked form of the answer.
     *
     * @param format {@code png}, {@code jpeg} or {@code webp}
     * @param quality 1 to 100
     * @param as {@code base64} or {@code url}
     */
    public record OutputDraft(
            @Nullable String format,
            @Nullable Integer quality,
            @Nullable String as) {}
}
