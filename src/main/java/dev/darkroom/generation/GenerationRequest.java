package dev.darkroom.generation;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A complete request: every default filled in, every name canonical, every value within its limits. The same request
 * gives the same pixels.
 *
 * @param model id of a model
 * @param prompt what the picture should show
 * @param negativePrompt what it should not show; may be empty
 * @param clipSkip how many of the text encoder's last layers are left out; 0 is none
 * @param size size of the pictures
 * @param count number of pictures, at least 1
 * @param seed seed of the first picture; picture i uses {@code seed + i}
 * @param sampling how the reverse process runs
 * @param source the picture to start from; null for text-to-image
 * @param output form of the answer
 */
@RecordBuilder
public record GenerationRequest(
        String model,
        String prompt,
        String negativePrompt,
        int clipSkip,
        Size size,
        int count,
        long seed,
        Sampling sampling,
        @Nullable SourceImage source,
        Output output) {}
