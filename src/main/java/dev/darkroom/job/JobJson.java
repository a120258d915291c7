package dev.darkroom.job;

import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.PromptLanguage;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON in the queue's rows. Its own mapper, so that no setting of the HTTP side changes what is stored. */
final class JobJson {

    /** Stored with every request; grows when an old row can no longer be read as it is. */
    static final int REQUEST_VERSION = 2;

    /** The last version whose prompts were plain text and had no language. */
    private static final int PLAIN_PROMPTS = 1;

    /** What a row says nothing of, because it is older than the field, is false or 0. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** Lists that rows from before they could be asked for do not have. */
    private static final List<String> SAMPLING_LISTS = List.of("sigmas", "timesteps");

    private static final TypeReference<Map<String, String>> LABELS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};

    private JobJson() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static GenerationRequest request(String json, int version) {
        if (version > REQUEST_VERSION) {
            throw new IllegalStateException("This job was accepted by a newer Darkroom (request version " + version
                    + ", this one reads up to " + REQUEST_VERSION + "). Run that version to finish it.");
        }
        ObjectNode stored = (ObjectNode) MAPPER.readTree(json);
        if (version <= PLAIN_PROMPTS) {
            stored.set("language", MAPPER.valueToTree(PromptLanguage.plain()));
        }
        ObjectNode sampling = (ObjectNode) stored.get("sampling");
        SAMPLING_LISTS.stream().filter(list -> !sampling.has(list)).forEach(sampling::putArray);
        return MAPPER.treeToValue(stored, GenerationRequest.class);
    }

    static Job.Result result(String json) {
        return MAPPER.readValue(json, Job.Result.class);
    }

    static Map<String, String> labels(String json) {
        return MAPPER.readValue(json, LABELS);
    }

    static Map<String, Object> data(String json) {
        return MAPPER.readValue(json, DATA);
    }
}
