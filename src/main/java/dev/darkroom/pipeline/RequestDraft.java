package dev.darkroom.pipeline;

import dev.darkroom.generation.GenerationDraft;
import dev.darkroom.generation.GenerationDraft.OutputDraft;
import dev.darkroom.generation.GenerationDraftBuilder;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.Output;
import dev.darkroom.generation.SamplerOptions;
import dev.darkroom.generation.Sampling;
import dev.darkroom.generation.SourceImage;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A complete request as a client would have to say it. */
public final class RequestDraft {

    private RequestDraft() {}

    /** The draft that {@link RequestResolver} resolves to this request again. */
    public static GenerationDraft of(GenerationRequest request) {
        GenerationDraftBuilder draft = GenerationDraftBuilder.builder()
                .prompt(request.prompt())
                .imagePrompts(request.imagePrompts())
                .negativePrompt(request.negativePrompt())
                .label(request.label())
                .promptSyntax(FieldCheck.name(request.language().syntax()))
                .emphasis(FieldCheck.name(request.language().emphasis()))
                .model(request.model())
                .seed(request.seed())
                .clipSkip(request.clipSkip())
                .width(request.size().width())
                .height(request.size().height())
                .count(request.count())
                .tiling(said(request.tiling(), FieldCheck::name))
                .trajectory(request.trajectory() ? true : null)
                .output(output(request.output()));
        return tasks(sampling(draft, request.sampling()), request).build();
    }

    private static GenerationDraftBuilder sampling(GenerationDraftBuilder draft, Sampling sampling) {
        return draft.steps(sampling.steps())
                .guidanceScale(sampling.guidanceScale())
                .guidanceRescale(sampling.guidanceRescale())
                .imageGuidanceScale(sampling.imageGuidanceScale())
                .sampler(sampling.sampler())
                .schedule(sampling.schedule())
                .eta(sampling.eta())
                .sigmaMin(sampling.sigmaMin())
                .sigmaMax(sampling.sigmaMax())
                .sigmas(listed(sampling.sigmas()))
                .timesteps(listed(sampling.timesteps()))
                .noise(FieldCheck.name(sampling.noise()))
                .brownian(sampling.brownian() ? true : null)
                .samplerOptions(sampling.options().equals(SamplerOptions.NONE) ? null : sampling.options());
    }

    private static GenerationDraftBuilder tasks(GenerationDraftBuilder draft, GenerationRequest request) {
        SourceImage source = request.source();
        boolean strong = request.denoise() == null
                && request.inversion() == null
                && request.sampling().imageGuidanceScale() == null;
        return draft.image(said(source, SourceImage::reference))
                .strength(source != null && strong ? source.strength() : null)
                .mask(said(request.inpainting(), inpainting -> inpainting.mask()))
                .inpaint(said(request.inpainting(), inpainting -> inpainting.draft()))
                .outpaint(said(request.outpainting(), outpainting -> outpainting.draft()))
                .variation(said(request.variation(), variation -> variation.draft()))
                .hires(said(request.hires(), hires -> hires.draft()))
                .guidance(said(request.guidance(), guidance -> guidance.draft()))
                .interpolation(said(request.interpolation(), interpolation -> interpolation.draft()))
                .denoise(said(request.denoise(), denoise -> denoise.draft()))
                .inversion(said(request.inversion(), inversion -> inversion.draft()));
    }

    private static <T, D> @Nullable D said(@Nullable T part, Function<T, @Nullable D> draft) {
        return part == null ? null : draft.apply(part);
    }

    private static @Nullable List<Double> listed(List<Double> levels) {
        return levels.isEmpty() ? null : levels;
    }

    private static OutputDraft output(Output output) {
        return new OutputDraft(FieldCheck.name(output.format()), output.quality(), FieldCheck.name(output.delivery()));
    }
}
