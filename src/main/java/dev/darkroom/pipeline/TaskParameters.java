package dev.darkroom.pipeline;

import dev.darkroom.generation.Emphasis;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.Hires;
import dev.darkroom.generation.PromptSyntax;
import dev.darkroom.generation.SamplerOptions;
import dev.darkroom.generation.Tiling;
import dev.darkroom.generation.Variation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a request asks for beyond plain text to image, as fields of webui's line of parameters, by webui's names. */
final class TaskParameters {

    private TaskParameters() {}

    /** Values by name; empty for plain text to image. */
    static Map<String, String> of(GenerationRequest request) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (request.label() != null) {
            fields.put("Label", request.label());
        }
        if (request.source() != null) {
            fields.put("Denoising strength", String.valueOf(request.source().strength()));
        }
        if (request.clipSkip() > 0) {
            fields.put("Clip skip", String.valueOf(request.clipSkip() + 1)); // webui counts from the last layer
        }
        SamplerOptions options = request.sampling().options();
        put(fields, "Time difference", options.timeDifference());
        put(fields, "Sigma churn", options.churn());
        put(fields, "Sigma tmin", options.churnMin());
        put(fields, "Sigma tmax", options.churnMax());
        put(fields, "Sigma noise", options.noiseScale());
        Emphasis emphasis = request.language().emphasis();
        if (request.language().syntax() == PromptSyntax.WEBUI && emphasis != Emphasis.ORIGINAL) {
            fields.put("Emphasis", title(emphasis));
        }
        if (request.variation() != null) {
            put(fields, request.variation());
        }
        if (request.hires() != null) {
            put(fields, request.hires());
        }
        if (request.tiling() != null) {
            fields.put("Tiling", request.tiling() == Tiling.BOTH ? "True" : FieldCheck.name(request.tiling()));
        }
        return fields;
    }

    private static void put(Map<String, String> fields, Variation variation) {
        if (variation.strength() > 0) {
            fields.put("Variation seed", String.valueOf(variation.seed()));
            fields.put("Variation seed strength", String.valueOf(variation.strength()));
        }
        if (variation.resizeFrom() != null) {
            fields.put("Seed resize from", String.valueOf(variation.resizeFrom()));
        }
    }

    private static void put(Map<String, String> fields, Hires hires) {
        fields.put("Denoising strength", String.valueOf(hires.strength()));
        fields.put("Hires resize", String.valueOf(hires.size()));
        fields.put("Hires steps", String.valueOf(hires.steps()));
        fields.put("Hires upscaler", hires.upscaler().title());
    }

    private static void put(Map<String, String> fields, String name, @Nullable Double value) {
        if (value != null) {
            fields.put(name, String.valueOf(value));
        }
    }

    private static String title(Emphasis emphasis) {
        return switch (emphasis) {
            case ORIGINAL -> "Original";
            case NO_NORM -> "No norm";
            case IGNORE -> "Ignore";
            case NONE -> "None";
        };
    }
}
