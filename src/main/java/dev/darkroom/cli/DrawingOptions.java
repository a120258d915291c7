package dev.darkroom.cli;

import dev.darkroom.generation.GenerationDraftBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How pictures are drawn; what is not given is the model's. */
final class DrawingOptions {

    @Option(names = "--steps", description = "Denoising steps.")
    private @Nullable Integer steps;

    @Option(names = "--guidance", paramLabel = "SCALE", description = "Guidance scale; 1 switches guidance off.")
    private @Nullable Double guidanceScale;

    @Option(names = "--sampler", paramLabel = "NAME", description = "For example euler, ddim, 'DPM++ 2M Karras'.")
    private @Nullable String sampler;

    @Option(names = "--schedule", paramLabel = "NAME", description = "For example karras.")
    private @Nullable String schedule;

    @Option(names = "--width", description = "Pixels.")
    private @Nullable Integer width;

    @Option(names = "--height", description = "Pixels.")
    private @Nullable Integer height;

    /** A draft that says these and nothing else. */
    GenerationDraftBuilder draft() {
        return GenerationDraftBuilder.builder()
                .steps(steps)
                .guidanceScale(guidanceScale)
                .sampler(sampler)
                .schedule(schedule)
                .width(width)
                .height(height);
    }
}
