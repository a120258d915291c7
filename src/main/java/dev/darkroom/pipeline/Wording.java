package dev.darkroom.pipeline;

import dev.darkroom.denoise.guidance.ComposedGuidance;
import dev.darkroom.denoise.guidance.Guidance;
import dev.darkroom.denoise.guidance.InstructGuidance;
import dev.darkroom.denoise.plan.SamplerCatalog;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.Interpolation;
import dev.darkroom.generation.Sampling;
import dev.darkroom.text.SteppedPrompt;
import dev.darkroom.text.prompt.Timeline;
import dev.darkroom.torch.Condition;
import dev.darkroom.torch.TextConditioning;
import dev.darkroom.worker.ModelLease;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** From the prompts of a request to its guidance. */
final class Wording {

    private final GenerationRequest request;
    private final Sampling sampling;
    private final boolean distilled;
    private final WordReader reader;
    private final GuidanceRemarks remarks;
    private final Map<List<Object>, SteppedPrompt> read = new HashMap<>();

    /** @param warnings takes sentences for the user */
    Wording(GenerationRequest request, ModelLease model, Set<String> warnings) {
        this.request = request;
        this.sampling = request.sampling();
        this.remarks = new GuidanceRemarks(request, warnings);
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
        return schedules(passes, (telling, timeline) -> Words.of(positive(telling.prompt(prompt), timeline)));
    }

    /** The guidance of each pass of a frame on the way from one prompt to another. */
    List<GuidanceSchedule> schedules(Interpolation way, double place, List<Pass> passes) {
        String from = request.prompt();
        String to = way.toPrompt() == null ? from : way.toPrompt();
        return schedules(passes, (telling, timeline) -> {
            SteppedPrompt begin = positive(from, timeline);
            SteppedPrompt end = positive(to, timeline);
            if (begin.weights().size() != end.weights().size()) {
                throw new GenerationFailedException(
                        "generation-failed",
                        "The two prompts of the interpolation have different numbers of parts joined by AND; give both as"
                                + " many.",
                        false,
                        null);
            }
            return Words.between(begin, end, place);
        });
    }

    private List<GuidanceSchedule> schedules(List<Pass> passes, BiFunction<Telling, Timeline, Words> words) {
        List<GuidanceSchedule> schedules = new ArrayList<>();
        for (Pass pass : passes) {
            Telling telling = pass.telling() == null ? Telling.of(sampling.guidanceScale()) : pass.telling();
            Timeline timeline = timeline(passes.get(0), pass);
            schedules.add(schedule(words.apply(telling, timeline), telling.guidanceScale(), timeline, pass));
        }
        return schedules;
    }

    private SteppedPrompt positive(String prompt, Timeline timeline) {
        return read.computeIfAbsent(
                List.of("prompt", prompt, timeline), same -> reader.prompt(prompt, request.clipSkip(), timeline));
    }

    private SteppedPrompt negative(String prompt, Timeline timeline) {
        return read.computeIfAbsent(
                List.of("negative", prompt, timeline), same -> reader.negative(prompt, 0, timeline));
    }

    /** Calls are counted as webui does: all steps that were asked for, times the sampler's evaluations a step. */
    private Timeline timeline(Pass first, Pass pass) {
        int eachStep = SamplerCatalog.get(sampling.sampler()).sampler().facts().evaluations();
        int calls = Math.max(1, pass.plan().schedule().size() * eachStep);
        return pass == first
                ? Timeline.of(calls)
                : Timeline.secondPass(first.plan().schedule().size() * eachStep, calls);
    }

    private GuidanceSchedule schedule(Words words, double scale, Timeline timeline, Pass pass) {
        Double imageScale = sampling.imageGuidanceScale();
        if (imageScale != null) {
            remarks.editing(words);
            return editing(words, scale, imageScale, timeline);
        }
        remarks.sampler();
        if (distilled) {
            remarks.distilled(words);
            return call -> Guidance.none(words.first(call));
        }
        if (words.composed()) {
            remarks.composed();
            return composed(words, scale, timeline);
        }
        return guided(words, scale, timeline, pass);
    }

    private GuidanceSchedule guided(Words words, double scale, Timeline timeline, Pass pass) {
        Guides guides = new Guides(request.guidance(), scale, sampling.guidanceRescale());
        SteppedPrompt negative = negative(request.negativePrompt(), timeline);
        SteppedPrompt empty = guides.needsEmptyPrompt() ? negative("", timeline) : null;
        return call -> guides.of(
                words.first(call),
                negative.at(call).get(0),
                empty == null ? null : empty.at(call).get(0),
                pass.plan().schedule());
    }

    private GuidanceSchedule composed(Words words, double scale, Timeline timeline) {
        SteppedPrompt negative = negative(request.negativePrompt(), timeline);
        return call -> new ComposedGuidance<>(
                weighted(words.at().apply(call), words.weights()),
                negative.at(call).get(0),
                scale);
    }

    /** Three rows, as InstructPix2Pix was trained; as in diffusers one row if either scale switches guidance off. */
    private GuidanceSchedule editing(Words words, double scale, double imageScale, Timeline timeline) {
        if (scale <= 1 || imageScale < 1) {
            return call -> Guidance.none(words.first(call));
        }
        SteppedPrompt negative = negative(request.negativePrompt(), timeline);
        return call -> {
            TextConditioning none = negative.at(call).get(0);
            return new InstructGuidance<>(words.first(call), none, none, scale, imageScale);
        };
    }

    private static List<ComposedGuidance.Weighted<Condition>> weighted(
            List<TextConditioning> conditionings, List<Double> weights) {
        List<ComposedGuidance.Weighted<Condition>> weighted = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            weighted.add(new ComposedGuidance.Weighted<>(conditionings.get(i), weights.get(i)));
        }
        return weighted;
    }
}
