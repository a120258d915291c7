package dev.darkroom.pipeline;

import dev.darkroom.generation.ContradictoryRequestException;
import dev.darkroom.generation.Emphasis;
import dev.darkroom.generation.GenerationDraft;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.GenerationRequestBuilder;
import dev.darkroom.generation.Inpainting;
import dev.darkroom.generation.ModelTask;
import dev.darkroom.generation.NoiseSource;
import dev.darkroom.generation.Outpainting;
import dev.darkroom.generation.PromptLanguage;
import dev.darkroom.generation.PromptSyntax;
import dev.darkroom.generation.Sampling;
import dev.darkroom.generation.SamplingBuilder;
import dev.darkroom.generation.Size;
import dev.darkroom.generation.SourceImage;
import dev.darkroom.generation.Tiling;
import dev.darkroom.pipeline.NameCheck.Names;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a client said into a complete request: defaults filled in, names canonical, values within their limits.
 * A complete request, turned back into a draft ({@link RequestDraft}), resolves to itself. Thread-safe if the random generator is.
 */
public class RequestResolver {

    private static final double LARGEST_SIGMA = 100_000;
    private static final int MOST_TEXT_LAYERS = 64;
    private static final long SEED_RANGE = 1L << 32;

    private final ModelChoices choices;
    private final RequestLimits limits;
    private final SourcePictures pictures;
    private final RandomGenerator seeds;
    private final Styles styles;
    private final Wildcards wildcards;

    /**
     * @param choices models
     * @param limits bounds
     * @param pictures where a picture to start from is kept
     * @param words styles and wildcards
     * @param seeds draws a seed where none is given
     */
    public RequestResolver(
            ModelChoices choices,
            RequestLimits limits,
            SourcePictures pictures,
            PromptSettings words,
            RandomGenerator seeds) {
        this.choices = choices;
        this.limits = limits;
        this.pictures = pictures;
        this.seeds = seeds;
        this.styles = new Styles(words);
        this.wildcards = new Wildcards(words);
    }

    /**
     * Fills in the draft.
     *
     * @throws dev.darkroom.generation.InvalidRequestException with everything that is wrong
     * @throws ContradictoryRequestException when fields make no sense together or with the model
     * @throws UnknownModelException when there is no such model; the rest cannot be checked without it
     */
    public GenerationRequest resolve(GenerationDraft draft) {
        FieldCheck check = new FieldCheck();
        GenerationRequest request = resolve(draft, choices.choose(draft.model()), check);
        check.orThrow();
        new TaskCheck(draft, request).orThrow();
        choices.misfit(request).ifPresent(misfit -> {
            throw new ContradictoryRequestException(List.of(misfit));
        });
        return request;
    }

    private GenerationRequest resolve(GenerationDraft asked, ModelChoice model, FieldCheck check) {
        SourceImage source = new SourceCheck(pictures, check).source(asked, model);
        GenerationDraft draft = new TaskDefaults(limits, pictures).fill(asked, source, model);
        PromptFields prompts = new PromptFields(limits, styles, wildcards, check);
        PromptLanguage language = language(draft, check);
        Inpainting inpainting = new InpaintingCheck(pictures, check).inpainting(draft, source, model);
        Outpainting outpainting = new OutpaintingCheck(pictures, limits, check).outpainting(draft, source, model);
        Size usual = new PaintedSize(pictures, limits, model).usual(draft, source, inpainting, outpainting);
        Size size = new SizeCheck(limits, check).size(draft.width(), draft.height(), usual, model);
        int count = check.within("count", draft.count(), 1, limits.count(), PromptFields.count(draft));
        long seed = seed(draft.seed(), count, check);
        Sampling sampling = sampling(draft, model, check);
        String label = new ConditioningCheck(model, check).label(draft);
        PictureTaskCheck given = new PictureTaskCheck(limits, check);
        GenerationRequest request = GenerationRequestBuilder.builder()
                .model(model.id())
                .prompt(prompts.prompt(draft, model.textConditioned() && !TaskDefaults.givesBack(draft)))
                .negativePrompt(prompts.negativePrompt(draft))
                .label(label)
                .language(language)
                .clipSkip(check.within("clip_skip", draft.clipSkip(), 0, MOST_TEXT_LAYERS, model.clipSkip()))
                .size(size)
                .count(count)
                .seed(seed)
                .sampling(sampling)
                .source(source)
                .inpainting(inpainting)
                .outpainting(outpainting)
                .variation(new VariationCheck(check, seeds).variation(draft.variation(), count, model))
                .hires(new HiresCheck(limits, check).hires(draft.hires(), size, sampling.steps(), model))
                .guidance(new GuidanceCheck(check).options(draft.guidance()))
                .interpolation(new InterpolationCheck(limits, check).interpolation(draft.interpolation()))
                .denoise(given.denoise(draft, model))
                .inversion(given.inversion(draft, sampling.steps()))
                .tiling(tiling(draft.tiling(), check))
                .trajectory(new TrajectoryCheck(check).trajectory(draft.trajectory(), count))
                .output(new OutputCheck(check).output(draft.output()))
                .build();
        return prompts.chosen(request, draft);
    }

    private static PromptLanguage language(GenerationDraft draft, FieldCheck check) {
        return new PromptLanguage(
                check.oneOf("prompt_syntax", draft.promptSyntax(), PromptSyntax.values(), PromptSyntax.WEBUI),
                check.oneOf("emphasis", draft.emphasis(), Emphasis.values(), Emphasis.ORIGINAL));
    }

    private static @Nullable Tiling tiling(@Nullable String name, FieldCheck check) {
        Tiling tiling = check.oneOf("tiling", name, Tiling.values(), Tiling.NONE);
        return tiling == Tiling.NONE ? null : tiling;
    }

    private long seed(@Nullable Long wanted, int count, FieldCheck check) {
        long largest = Long.MAX_VALUE - (count - 1);
        return check.within("seed", wanted, 0, largest, seeds.nextLong(SEED_RANGE));
    }

    private Sampling sampling(GenerationDraft draft, ModelChoice model, FieldCheck check) {
        LevelListCheck levels = LevelListCheck.of(draft, limits, check);
        Names names = new NameCheck(check).names(draft.sampler(), draft.schedule(), model);
        String schedule = levels.listed() && draft.schedule() == null ? NameCheck.NO_SCHEDULE : names.schedule();
        int steps = levels.listed()
                ? levels.steps()
                : check.within("steps", draft.steps(), 1, limits.steps(), Math.min(model.steps(), limits.steps()));
        double guidance = check.within("guidance_scale", draft.guidanceScale(), 0, 50, model.guidanceScale());
        double rescale = check.within("guidance_rescale", draft.guidanceRescale(), 0, 1, 0);
        Double eta = check.within("eta", draft.eta(), 0, 1);
        Double sigmaMin = check.within("sigma_min", draft.sigmaMin(), 1e-6, LARGEST_SIGMA);
        Double sigmaMax = check.within("sigma_max", draft.sigmaMax(), 1e-6, LARGEST_SIGMA);
        if (sigmaMin != null && sigmaMax != null && sigmaMin >= sigmaMax) {
            check.error("sigma_min", "is " + sigmaMin + "; it must be smaller than sigma_max, which is " + sigmaMax);
        }
        NoiseSource noise = check.oneOf("noise", draft.noise(), NoiseSource.values(), NoiseSource.CPU);
        return SamplingBuilder.builder()
                .sampler(names.sampler())
                .schedule(schedule)
                .steps(steps)
                .guidanceScale(guidance)
                .guidanceRescale(rescale)
                .imageGuidanceScale(imageGuidance(draft, model, check))
                .eta(eta)
                .sigmaMin(sigmaMin)
                .sigmaMax(sigmaMax)
                .sigmas(levels.sigmas())
                .timesteps(levels.timesteps())
                .noise(noise)
                .brownian(Boolean.TRUE.equals(draft.brownian()))
                .options(new SamplerOptionsCheck(check).options(draft.samplerOptions()))
                .build();
    }

    private static @Nullable Double imageGuidance(GenerationDraft draft, ModelChoice model, FieldCheck check) {
        if (model.tasks().contains(ModelTask.EDITING)) {
            return check.within("image_guidance_scale", draft.imageGuidanceScale(), 0, 20, 1.5);
        }
        if (draft.imageGuidanceScale() != null) {
            check.error("image_guidance_scale", "goes with models that edit pictures, which " + model.id() + " is not");
        }
        return null;
    }
}
