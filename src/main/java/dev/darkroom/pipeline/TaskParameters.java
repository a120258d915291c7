package dev.darkroom.pipeline;

import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.Hires;
import dev.darkroom.generation.Variation;

/** The tasks of a request in webui's line of parameters, by the names that webui has for them. */
final class TaskParameters {

    private TaskParameters() {}

    /** What follows the usual parameters; empty for plain text to image. */
    static String of(GenerationRequest request) {
        StringBuilder text = new StringBuilder();
        if (request.source() != null) {
            text.append(", Denoising strength: ").append(request.source().strength());
        }
        Variation variation = request.variation();
        if (variation != null) {
            if (variation.strength() > 0) {
                text.append(", Variation seed: ").append(variation.seed());
                text.append(", Variation seed strength: ").append(variation.strength());
            }
            if (variation.resizeFrom() != null) {
                text.append(", Seed resize from: ").append(variation.resizeFrom());
            }
        }
        Hires hires = request.hires();
        if (hires != null) {
            text.append(", Denoising strength: ").append(hires.strength());
            text.append(", Hires resize: ").append(hires.size());
            text.append(", Hires steps: ").append(hires.steps());
            text.append(", Hires upscaler: ").append(hires.upscaler().title());
        }
        return text.toString();
    }
}
