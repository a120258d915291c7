package dev.darkroom.pipeline;

import dev.darkroom.denoise.guidance.ClassifierFreeGuidance;
import dev.darkroom.denoise.guidance.ComposedGuidance;
import dev.darkroom.denoise.guidance.Guidance;
import dev.darkroom.denoise.plan.SamplerCatalog;
import dev.darkroom.denoise.plan.SamplerTrait;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.Sampling;
import dev.darkroom.text.SteppedPrompt;
import dev.darkroom.text.prompt.Timeline;
import dev.darkroom.torch.TextConditioning;
import dev.darkroom.worker.ModelLease;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** From the prompts of a request to its guidance. */
final class Wording {

    private static final double MOST_FOR_PLUS_PLUS = 2;

    private final GenerationRequest request;
    private final Sampling sampling;
    private final boolean distilled;
    private final WordReader reader;
    private final Set<String> warnings;

    /** @param warnings takes sentences for the user */
    Wording(GenerationRequest request, ModelLease model, Set<String> warnings) {
        this.request = request;
        this.sampling = request.sampling();
        this.warnings = warnings;
        int width = model.guidanceWidth();
        this.distilled = width > 0;
        UnaryOperator<TextConditioning> finish = distilled
                ? conditioning -> conditioning.withGuidance(GuidanceEmbedding.of(sampling.guidanceScale(), width))
                : UnaryOperator.identity();
        this.reader = new WordReader(model, request.language(), finish, warnings::add);
    }

    /**
     * The guidance of each pass.
     *
     * @throws dev.darkroom.text.PromptTooLargeException if the prompt becomes too many texts
     */
    List<GuidanceSchedule> schedules(String prompt, List<Pass> passes) {
        List<GuidanceSchedule> schedules = new ArrayList<>();
        for (Pass pass : passes) {
            Telling telling = pass.telling() == null ? Telling.of(sampling.guidanceScale()) : pass.telling();
            schedules.add(schedule(telling.prompt(prompt), telling.guidanceScale(), timeline(passes.get(0), pass)));
        }
        return schedules;
    }

    /** Calls are counted as webui does: all steps that were asked for, times the sampler's evaluations a step. */
    private Timeline timeline(Pass first, Pass pass) {
        int eachStep = SamplerCatalog.get(sampling.sampler()).sampler().facts().evaluations();
        int calls = Math.max(1, pass.plan().schedule().size() * eachStep);
        return pass == first
                ? Timeline.of(calls)
                : Timeline.secondPass(first.plan().schedule().size() * eachStep, calls);
    }

    private GuidanceSchedule schedule(String prompt, double scale, Timeline timeline) {
        SteppedPrompt positive = reader.prompt(prompt, request.clipSkip(), timeline);
        List<Double> weights = positive.weights();
        boolean composed = weights.size() > 1 || weights.get(0) != 1;
        boolean plusPlus =
                SamplerCatalog.get(sampling.sampler()).sampler().traits().contains(SamplerTrait.CFG_PLUS_PLUS);
        if (plusPlus && sampling.guidanceScale() > MOST_FOR_PLUS_PLUS) {
            warnings.add("guidance_scale: is " + sampling.guidanceScale() + "; the sampler " + sampling.sampler()
                    + " guides by CFG++, which wants 0 to 2 and oversaturates above");
        }
        if (distilled) {
            if (composed) {
                warnings.add("prompt: this model has its guidance built in; of a prompt with AND or a weight at its end"
                        + " only the first part is used, without its weight");
            }
            return call -> Guidance.none(positive.at(call).get(0));
        }
        SteppedPrompt negative = reader.negative(request.negativePrompt(), 0, timeline);
        if (!composed) {
            return call -> new ClassifierFreeGuidance<>(
                    positive.at(call).get(0), negative.at(call).get(0), scale, sampling.guidanceRescale());
        }
        if (sampling.guidanceRescale() > 0) {
            warnings.add("guidance_rescale: does not apply to a prompt with AND or a weight at its end");
        }
        return call -> new ComposedGuidance<>(
                weighted(positive.at(call), weights), negative.at(call).get(0), scale);
    }

    private static List<ComposedGuidance.Weighted<TextConditioning>> weighted(
            List<TextConditioning> conditionings, List<Double> weights) {
        List<ComposedGuidance.Weighted<TextConditioning>> weighted = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            weighted.add(new ComposedGuidance.Weighted<>(conditionings.get(i), weights.get(i)));
        }
        return weighted;
    }
}
