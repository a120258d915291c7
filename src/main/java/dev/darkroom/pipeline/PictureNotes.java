package dev.darkroom.pipeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.darkroom.denoise.plan.SamplerCatalog;
import dev.darkroom.denoise.plan.ScheduleCatalog;
import dev.darkroom.generation.GenerationDraft;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.Sampling;
import dev.darkroom.image.PngText;
import dev.darkroom.text.infotext.Infotext;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a picture's file says of how it was made: webui's line of parameters, and Darkroom's request as JSON, which
 * makes the picture again when it is posted. Holds nothing that changes from run to run. Thread-safe.
 */
final class PictureNotes {

    private final JsonMapper json = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();
    private final String version;

    PictureNotes(String version) {
        this.version = version;
    }

    /**
     * Texts by keyword.
     *
     * @param placement device and precision that made it
     * @param modelHash of the model's weights; null if that is not known
     * @param index of the picture within its request
     */
    Map<String, String> texts(GenerationRequest request, String placement, @Nullable String modelHash, int index) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(PngText.PARAMETERS, parameters(request, index));
        Map<String, Object> darkroom = new LinkedHashMap<>();
        darkroom.put("version", version);
        darkroom.put("placement", placement);
        if (modelHash != null) {
            darkroom.put("model_hash", modelHash);
        }
        ObjectNode alone = json.valueToTree(alone(request, index));
        alone.withObject("output").remove("as"); // how it was handed over does not make the picture,
        alone.remove("trajectory"); // nor does a film of it
        darkroom.put("request", alone);
        texts.put(PngText.DARKROOM, json.writeValueAsString(darkroom));
        return texts;
    }

    /** The request of this one picture. */
    private static GenerationDraft alone(GenerationRequest request, int index) {
        return RequestDraft.of(request.alone(index));
    }

    private String parameters(GenerationRequest request, int index) {
        GenerationRequest alone = request.alone(index);
        Sampling sampling = request.sampling();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Steps", String.valueOf(sampling.steps()));
        fields.put(
                "Sampler",
                SamplerCatalog.get(sampling.sampler()).sampler().facts().title());
        fields.put("Schedule type", ScheduleCatalog.get(sampling.schedule()).title());
        fields.put("CFG scale", String.valueOf(sampling.guidanceScale()));
        fields.put("Seed", String.valueOf(alone.seed()));
        fields.put("Size", String.valueOf(request.size()));
        fields.put("Model", request.model());
        fields.putAll(TaskParameters.of(alone));
        fields.put("Version", "darkroom " + version);
        return new Infotext(alone.prompt(), alone.negativePrompt(), fields).write();
    }
}
