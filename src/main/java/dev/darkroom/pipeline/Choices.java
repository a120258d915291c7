package dev.darkroom.pipeline;

import java.util.List;

/** What a request may choose from, as it stands now. Thread-safe. */
public interface Choices {

    /** Models that can be asked for. */
    List<ModelChoice> models();

    /** Id of the model that is used when a request names none. */
    String defaultModel();

    /** Samplers that can be asked for. */
    List<NamedChoice> samplers();

    /** Sigma schedules that can be asked for. */
    List<NamedChoice> schedules();
}
