package dev.darkroom.pipeline;

import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.InvalidRequestException.FieldError;
import dev.darkroom.worker.Workers.LoadedOn;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The models that a request may choose from, as it stands now. Thread-safe. */
public interface ModelChoices {

    /** Models that can be asked for. */
    List<ModelChoice> models();

    /**
     * The model that a request means.
     *
     * @param id null for the default model
     * @throws UnknownModelException if there is no such model
     */
    default ModelChoice choose(@Nullable String id) {
        String wanted = id == null ? defaultModel() : id;
        List<ModelChoice> models = models();
        return models.stream()
                .filter(choice -> choice.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> UnknownModelException.of(
                        wanted, models.stream().map(ModelChoice::id).toList()));
    }

    /** SHA-256 of the model's weights; empty while it is being computed, which begins when it is first asked for. */
    Optional<String> hash(String id);

    /** Where the model is in memory now; empty if it is loaded when it is next asked for. */
    List<LoadedOn> loaded(String id);

    /**
     * What the model was trained as and how it is sampled where a request does not say.
     *
     * @throws UnknownModelException if there is no such model
     */
    SchedulerConfig scheduler(String id);

    /** Id of the model that is used when a request names none. */
    String defaultModel();

    /**
     * What does not fit together for the model of a request though each value alone is fine: a sampler that cannot run
     * this model, too few steps for it, more layers left out than there are. Empty if all fits.
     */
    Optional<FieldError> misfit(GenerationRequest request);
}
