package dev.darkroom.pipeline;

import dev.darkroom.denoise.plan.ModelFamily;
import dev.darkroom.denoise.plan.SamplerCatalog;
import dev.darkroom.denoise.plan.SamplerEntry;
import dev.darkroom.generation.GenerationDraft;
import dev.darkroom.generation.GenerationDraftBuilder;
import dev.darkroom.generation.Size;
import dev.darkroom.generation.SourceImage;
import org.jspecify.annotations.Nullable;

/**
 * What a task changes of the usual defaults. Tasks that give a picture back, denoising and inversion, keep its size and
 * use no guidance, nor does drawing any label; inversion runs the sampler that it inverts, denoising dense levels.
 */
final class TaskDefaults {

    private static final double NO_GUIDANCE = 1;
    private static final String INVERTED = "ddim";

    /** Has levels near the clean end, where a picture with little noise is. */
    private static final String DENSE = "karras";

    private final RequestLimits limits;
    private final SourcePictures pictures;

    TaskDefaults(RequestLimits limits, SourcePictures pictures) {
        this.limits = limits;
        this.pictures = pictures;
    }

    /** Whether the task gives a picture back: it needs one, and can do without a prompt. */
    static boolean givesBack(GenerationDraft draft) {
        return draft.denoise() != null || draft.inversion() != null;
    }

    /** The draft with the task's defaults where the client said nothing. */
    GenerationDraft fill(GenerationDraft draft, @Nullable SourceImage source, ModelChoice model) {
        GenerationDraftBuilder filled = GenerationDraftBuilder.builder(draft);
        boolean leadsNowhere = !model.textConditioned() && draft.label() == null;
        if (draft.guidanceScale() == null && (givesBack(draft) || leadsNowhere)) {
            filled.guidanceScale(NO_GUIDANCE);
        }
        if (!givesBack(draft)) {
            return filled.build();
        }
        if (draft.inversion() != null) {
            filled.sampler(draft.sampler() == null ? inverted(model) : draft.sampler());
        } else if (usualLevels(draft) && takesKarras(model)) {
            filled.schedule(DENSE);
        }
        if (source != null && model.sizes().free() && draft.width() == null && draft.height() == null) {
            pictures.size(source.reference())
                    .map(own -> kept(own, model.sizeFactor()))
                    .filter(this::fits)
                    .ifPresent(size -> filled.width(size.width()).height(size.height()));
        }
        return filled.build();
    }

    private static boolean usualLevels(GenerationDraft draft) {
        return draft.sampler() == null
                && draft.schedule() == null
                && draft.sigmas() == null
                && draft.timesteps() == null;
    }

    private static boolean takesKarras(ModelChoice model) {
        SamplerEntry sampler = SamplerCatalog.get(model.sampler()).sampler();
        return sampler.family() == ModelFamily.DISCRETE && sampler.takesSchedules();
    }

    /** DDIM; for a model of another kind the first of its samplers that draws no noise, if it has one. */
    private static @Nullable String inverted(ModelChoice model) {
        ModelFamily family = SamplerCatalog.get(model.sampler()).sampler().family();
        return family == ModelFamily.DISCRETE
                ? INVERTED
                : SamplerCatalog.all().stream()
                        .filter(sampler -> sampler.family() == family)
                        .filter(sampler -> !sampler.facts().stochastic())
                        .findFirst()
                        .map(SamplerEntry::name)
                        .orElse(null);
    }

    private static Size kept(Size size, int factor) {
        return new Size(Math.max(1, size.width() / factor) * factor, Math.max(1, size.height() / factor) * factor);
    }

    private boolean fits(Size size) {
        return Math.min(size.width(), size.height()) >= limits.smallestSide()
                && Math.max(size.width(), size.height()) <= limits.largestSide()
                && size.pixels() <= limits.pixels();
    }
}
