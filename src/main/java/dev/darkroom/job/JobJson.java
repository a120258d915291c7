package dev.darkroom.job;

import dev.darkroom.generation.GenerationRequest;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The JSON in the queue's rows. Its own mapper, so that no setting of the HTTP side changes what is stored. */
final class JobJson {

    /** Stored with every request; grows when an old row can no longer be read as it is. */
    static final int REQUEST_VERSION = 1;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
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
        return MAPPER.readValue(json, GenerationRequest.class);
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
