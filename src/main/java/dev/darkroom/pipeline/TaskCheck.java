package dev.darkroom.pipeline;

import dev.darkroom.denoise.plan.SamplerCatalog;
import dev.darkroom.generation.ContradictoryRequestException;
import dev.darkroom.generation.GenerationDraft;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.GuidanceOptions;
import dev.darkroom.generation.InvalidRequestException.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fields that are fine alone and make no sense together; each pair is said once, at the field that has to go. */
class TaskCheck {

    private static final String DENOISE = "denoise";
    private static final String INVERSION = "inversion";
    private static final String INPAINT = "inpaint";
    private static final String OUTPAINT = "outpaint";
    private static final String TILING = "tiling";
    private static final String HIRES = "hires";
    private static final String VARIATION = "variation";
    private static final String INTERPOLATION = "interpolation";

    private final Map<String, Boolean> given = new LinkedHashMap<>();
    private final GenerationRequest request;
    private final List<FieldError> errors = new ArrayList<>();

    /**
     * @param draft what the client said
     * @param request what became of it
     */
    TaskCheck(GenerationDraft draft, GenerationRequest request) {
        this.request = request;
        given.put("image", draft.image() != null);
        given.put("strength", draft.strength() != null);
        given.put("count", request.count() > 1);
        given.put(HIRES, draft.hires() != null);
        given.put(VARIATION, draft.variation() != null);
        given.put(INTERPOLATION, draft.interpolation() != null);
        given.put("sigmas", draft.sigmas() != null);
        given.put("timesteps", draft.timesteps() != null);
        given.put("image_prompts", draft.imagePrompts() != null);
        given.put(DENOISE, draft.denoise() != null);
        given.put(INPAINT, draft.mask() != null || draft.inpaint() != null);
        given.put(OUTPAINT, draft.outpaint() != null);
        given.put(TILING, request.tiling() != null);
        given.put(INVERSION, draft.inversion() != null);
        given.put("trajectory", request.trajectory());
    }

    /** @throws ContradictoryRequestException with all contradictions */
    void orThrow() {
        passes();
        givenBack();
        interpolated();
        GuidanceOptions guidance = request.guidance();
        if (guidance != null) {
            guided(guidance);
        }
        parts();
        if (request.inversion() != null && stochastic()) {
            error("sampler", "adds noise on the way, which inversion cannot find again; take ddim, euler or dpmpp_2m");
        }
        if (!errors.isEmpty()) {
            throw new ContradictoryRequestException(errors);
        }
    }

    private void passes() {
        apart(HIRES, DENOISE, "a picture comes back at its own size");
        apart(HIRES, INVERSION, "a picture comes back at its own size");
        apart(DENOISE, INVERSION, "the one keeps the picture's noise level, the other starts from noise alone");
        apart("timesteps", "sigmas", "both list the same steps");
        apart(HIRES, "sigmas", "the listed levels are those of one pass");
        apart(HIRES, "timesteps", "the listed levels are those of one pass");
        if (errors.isEmpty()) {
            apart(
                    HIRES,
                    "image",
                    "its first pass begins with noise; to enlarge a picture, send it with a larger width and height");
        }
    }

    private void givenBack() {
        for (String task : List.of(DENOISE, INVERSION)) {
            apart(VARIATION, task, "no noise is drawn that could be varied");
            apart("strength", task, "the task says itself where the run begins");
            apart("count", task, "there is one result; leave count out");
            apart(INTERPOLATION, task, "there is one result");
        }
    }

    private void interpolated() {
        apart(VARIATION, INTERPOLATION, "both mix the noise of two seeds");
        apart("count", INTERPOLATION, "frames says how many pictures there are");
        if (request.pictures() > TrajectoryCheck.MOST_PICTURES) {
            String most = "a film is kept of at most " + TrajectoryCheck.MOST_PICTURES + " pictures";
            apart("trajectory", INTERPOLATION, most + "; say with at which frame it shall be");
        }
        apart("image_prompts", INTERPOLATION, "to_prompt says where the prompt goes");
    }

    private void parts() {
        apart(
                OUTPAINT,
                INPAINT,
                "what lies beyond the edges is painted in one request, and what lies within them in another");
        for (String part : List.of(INPAINT, OUTPAINT)) {
            apart(part, DENOISE, "noise is taken out of the whole picture");
            apart(part, INVERSION, "the noise behind a picture is that of the whole");
            apart(part, TILING, "a picture that keeps a part of another one does not tile");
        }
    }

    private void guided(GuidanceOptions guidance) {
        Map<String, Boolean> kinds = new LinkedHashMap<>();
        kinds.put("guidance.apg", guidance.apg() != null);
        kinds.put("guidance.perp_neg", guidance.perpNeg() != null);
        kinds.put("guidance.zero_star", guidance.zeroStar());
        kinds.put("guidance_rescale", request.sampling().guidanceRescale() > 0);
        List<String> chosen =
                kinds.keySet().stream().filter(kind -> kinds.get(kind)).toList();
        if (chosen.size() > 1) {
            error(chosen.get(1), "does not go together with " + chosen.get(0) + ": each guides in its own way");
        }
        if (request.sampling().guidanceScale() <= 1) {
            error("guidance", "needs a guidance_scale above 1; below that nothing is guided");
        }
        if (guidance.perpNeg() != null && request.negativePrompt().isEmpty()) {
            error("guidance.perp_neg", "needs a negative_prompt to take something from");
        }
    }

    private boolean stochastic() {
        Double eta = request.sampling().eta();
        Double churn = request.sampling().options().churn();
        return SamplerCatalog.get(request.sampling().sampler())
                        .sampler()
                        .facts()
                        .stochastic()
                || (eta != null && eta > 0)
                || (churn != null && churn > 0);
    }

    private void apart(String field, String other, String why) {
        if (isGiven(field) && isGiven(other)) {
            error(field, "does not go together with " + other + ": " + why);
        }
    }

    private boolean isGiven(String field) {
        return given.getOrDefault(field, false);
    }

    private void error(String field, String message) {
        errors.add(new FieldError(field, message));
    }
}
