package dev.darkroom.pipeline;

import java.util.List;

/** The models that a request may choose from, as it stands now. Thread-safe. */
public interface ModelChoices {

    /** Models that can be asked for. */
    List<ModelChoice> models();

    /** Id of the model that is used when a request names none. */
    String defaultModel();
}
