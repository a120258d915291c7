package dev.darkroom.pipeline;

import dev.darkroom.denoise.plan.TrainedProcess;
import dev.darkroom.generation.ForwardDraft;
import dev.darkroom.generation.ForwardRequest;
import dev.darkroom.generation.ForwardRequest.Space;
import dev.darkroom.generation.NoiseSource;
import dev.darkroom.generation.Size;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a client asked of the forward process into a complete request. Thread-safe if the random generator is.
 */
public final class ForwardResolver {

    private static final int MOST_TIMESTEPS = 16;
    private static final int USUAL_TIMESTEPS = 5;
    private static final long SEED_RANGE = 1L << 32;

    private final ModelChoices choices;
    private final RequestLimits limits;
    private final SourcePictures pictures;
    private final RandomGenerator seeds;

    /**
     * @param choices models
     * @param limits bounds
     * @param pictures where the picture is kept
     * @param seeds draws a seed where none is given
     */
    public ForwardResolver(ModelChoices choices, RequestLimits limits, SourcePictures pictures, RandomGenerator seeds) {
        this.choices = choices;
        this.limits = limits;
        this.pictures = pictures;
        this.seeds = seeds;
    }

    /**
     * Fills in the draft.
     *
     * @throws dev.darkroom.generation.InvalidRequestException with everything that is wrong
     * @throws UnknownModelException when there is no such model
     */
    public ForwardRequest resolve(ForwardDraft draft) {
        ModelChoice model = choices.choose(draft.model());
        FieldCheck check = new FieldCheck();
        Size size = new SizeCheck(limits, check).size(draft.width(), draft.height(), model);
        List<Integer> timesteps = timesteps(draft.timesteps(), model.id(), check);
        checkPixels(timesteps, size, check);
        Space space = check.oneOf("space", draft.space(), Space.values(), Space.LATENT);
        long seed = check.within("seed", draft.seed(), 0, Long.MAX_VALUE, seeds.nextLong(SEED_RANGE));
        NoiseSource noise = check.oneOf("noise", draft.noise(), NoiseSource.values(), NoiseSource.CPU);
        String reference = new SourceCheck(pictures, check).required(draft.image());
        check.orThrow();
        return new ForwardRequest(model.id(), reference, timesteps, space, seed, noise, size);
    }

    private List<Integer> timesteps(@Nullable List<Integer> asked, String model, FieldCheck check) {
        TrainedProcess process;
        try {
            process = TrainedProcess.of(choices.scheduler(model));
        } catch (IllegalArgumentException e) {
            check.error("model", e.getMessage() + "; choose another model");
            return List.of();
        }
        if (asked == null) {
            return process.spread(USUAL_TIMESTEPS);
        }
        if (asked.isEmpty() || asked.size() > MOST_TIMESTEPS) {
            check.error("timesteps", "are " + asked.size() + "; give 1 to " + MOST_TIMESTEPS);
            return List.of();
        }
        for (int i = 0; i < asked.size(); i++) {
            check.within("timesteps[" + i + "]", asked.get(i), 0, process.timesteps() - 1, 0);
        }
        return asked;
    }

    /** All pictures together are decoded in one call, so together they are bounded like one. */
    private void checkPixels(List<Integer> timesteps, Size size, FieldCheck check) {
        if (timesteps.size() * size.pixels() > limits.pixels()) {
            check.error(
                    "timesteps",
                    "are " + timesteps.size() + "; of " + size + " at most " + limits.pixels() / size.pixels()
                            + " fit into one call");
        }
    }
}
