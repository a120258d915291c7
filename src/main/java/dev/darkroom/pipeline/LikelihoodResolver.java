package dev.darkroom.pipeline;

import dev.darkroom.denoise.plan.FlowEnds;
import dev.darkroom.generation.GenerationDraftBuilder;
import dev.darkroom.generation.LikelihoodDraft;
import dev.darkroom.generation.LikelihoodRequest;
import dev.darkroom.generation.Size;
import java.util.random.RandomGenerator;

/** Turns what a client asked of a likelihood into a complete request. Thread-safe if the random generator is. */
public final class LikelihoodResolver {

    private static final int MOST_PROBES = 16;
    private static final int USUAL_PROBES = 4;
    private static final double SMALLEST_TOLERANCE = 1e-5;
    private static final double LARGEST_TOLERANCE = 0.1;
    private static final double USUAL_TOLERANCE = 1e-3;
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
    public LikelihoodResolver(
            ModelChoices choices, RequestLimits limits, SourcePictures pictures, RandomGenerator seeds) {
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
    public LikelihoodRequest resolve(LikelihoodDraft draft) {
        ModelChoice model = choices.choose(draft.model());
        FieldCheck check = new FieldCheck();
        checkFlow(model.id(), check);
        Size size = new SizeCheck(limits, check).size(draft.width(), draft.height(), model);
        String prompt = new PromptCheck(limits, check).optional("prompt", draft.prompt());
        String label = new ConditioningCheck(model, check)
                .label(GenerationDraftBuilder.builder()
                        .prompt(draft.prompt())
                        .label(draft.label())
                        .build());
        int probes = check.within("probes", draft.probes(), 1, MOST_PROBES, USUAL_PROBES);
        double tolerance =
                check.within("tolerance", draft.tolerance(), SMALLEST_TOLERANCE, LARGEST_TOLERANCE, USUAL_TOLERANCE);
        long seed = check.within("seed", draft.seed(), 0, Long.MAX_VALUE, seeds.nextLong(SEED_RANGE));
        String reference = new SourceCheck(pictures, check).required(draft.image());
        check.orThrow();
        return new LikelihoodRequest(model.id(), reference, prompt, label, probes, tolerance, seed, size);
    }

    private void checkFlow(String model, FieldCheck check) {
        try {
            FlowEnds.of(choices.scheduler(model));
        } catch (IllegalArgumentException e) {
            check.error("model", String.valueOf(e.getMessage()));
        }
    }
}
