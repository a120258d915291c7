package dev.darkroom.pipeline;

import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.worker.ModelLease;
import java.util.List;
import java.util.Set;

/** How a request leads the networks to its pictures. Used by one thread; what it gives is thread-safe. */
interface Steering {

    /**
     * What the networks are told at each call of each pass of each image.
     *
     * @param passes that every image takes
     * @return for each image one schedule a pass
     */
    List<List<GuidanceSchedule>> schedules(List<Pass> passes);

    /**
     * As the model is conditioned.
     *
     * @param warnings takes sentences for the user
     */
    static Steering of(GenerationRequest request, ModelLease model, Set<String> warnings) {
        return switch (model.conditioning().kind()) {
            case TEXT -> new TextSteering(request, new Wording(request, model, warnings));
            case LABEL, NOTHING -> new LabelSteering(request, model.conditioning());
        };
    }
}
