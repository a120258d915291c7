package dev.darkroom.pipeline;

import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.Inpainting;
import dev.darkroom.generation.Size;
import dev.darkroom.generation.SourceImage;
import dev.darkroom.image.Mask;
import dev.darkroom.image.Picture;
import java.util.ArrayList;
import java.util.List;

/** What a user should know of the pictures of a request: how they were read, and where that may surprise. */
final class SourceRemarks {

    /** Smallest side of a picture that shows more than colours. */
    private static final int SMALL = 16;

    /** Change of proportions from which on it is told. */
    private static final double STRETCHED = 1.1;

    private final Sources sources;
    private final List<String> remarks = new ArrayList<>();

    private SourceRemarks(Sources sources) {
        this.sources = sources;
    }

    /** Sentences, each beginning with the field that it is about. */
    static List<String> of(GenerationRequest request, SamplingPlan plan, Sources sources) {
        SourceRemarks all = new SourceRemarks(sources);
        SourceImage source = request.source();
        if (source != null) {
            Picture picture = sources.picture(source.reference());
            all.image(request, source, picture);
            all.strength(request, source, plan);
            if (request.inpainting() != null) {
                all.mask(request.inpainting(), picture);
            }
        }
        return all.remarks;
    }

    private void image(GenerationRequest request, SourceImage source, Picture picture) {
        sources.remarks(source.reference()).forEach(remark -> remarks.add("image: " + remark));
        Inpainting inpainting = request.inpainting();
        boolean alphaIsMask = inpainting != null && inpainting.mask() == null;
        if (!alphaIsMask && Mask.transparency(picture).coverage() > 0) {
            remarks.add("image: what is transparent lies on white");
        }
        Size size = picture.size();
        if (Math.min(size.width(), size.height()) < SMALL) {
            remarks.add("image: has " + size + " pixels, which show little more than colours");
        }
        if (inpainting == null && request.outpainting() == null && stretched(size, request.size())) {
            remarks.add("image: has " + size + " pixels and is stretched to " + request.size());
        }
    }

    private static boolean stretched(Size from, Size to) {
        double change = (double) from.width() * to.height() / from.height() / to.width();
        return change > STRETCHED || change < 1 / STRETCHED;
    }

    private void strength(GenerationRequest request, SourceImage source, SamplingPlan plan) {
        boolean parts = request.inpainting() != null || request.outpainting() != null;
        if (plan.steps() == 0) {
            remarks.add("strength: " + source.strength() + " of "
                    + request.sampling().steps() + " steps is none, so "
                    + (parts ? "nothing is painted" : "the picture only goes through the autoencoder"));
        } else if (source.strength() == 1 && !parts && request.sampling().imageGuidanceScale() == null) {
            remarks.add("strength: at 1 all steps are run, so little more than the colours of image is left");
        }
    }

    private void mask(Inpainting inpainting, Picture picture) {
        String reference = inpainting.mask();
        Mask mask = Mask.transparency(picture);
        if (reference != null) {
            Picture given = sources.picture(reference);
            sources.remarks(reference).forEach(remark -> remarks.add("mask: " + remark));
            if (Mask.transparency(given).coverage() > 0) {
                remarks.add("mask: what is transparent counts as black");
            }
            if (!given.size().equals(picture.size())) {
                remarks.add(
                        "mask: has " + given.size() + " pixels and was brought to those of image, " + picture.size());
            }
            mask = Mask.brightness(given);
        }
        Mask hard = inpainting.invert() ? mask.hardened().inverted() : mask.hardened();
        if (hard.coverage() == 1) {
            remarks.add("mask: means the whole picture, which is painted anew as without a mask");
        }
    }
}
