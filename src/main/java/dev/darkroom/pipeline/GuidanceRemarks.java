package dev.darkroom.pipeline;

import dev.darkroom.denoise.plan.SamplerCatalog;
import dev.darkroom.denoise.plan.SamplerTrait;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.Sampling;
import java.util.Set;

/**
 * What of a request's prompt and guidance has no effect, or an odd one, with its model and sampler.
 *
 * @param warnings takes sentences for the user
 */
record GuidanceRemarks(GenerationRequest request, Set<String> warnings) {

    private static final double MOST_FOR_PLUS_PLUS = 2;

    /** Of a model that edits pictures. */
    void editing(Words words) {
        if (words.composed()) {
            warnings.add("prompt: a model that edits pictures uses only the first part of a prompt with AND or a"
                    + " weight at its end, without its weight");
        }
        if (request.guidance() != null) {
            warnings.add("guidance: a model that edits pictures is guided in its own way; the field has no effect");
        }
    }

    /** Of a sampler that guides in its own way. */
    void sampler() {
        Sampling sampling = request.sampling();
        boolean plusPlus =
                SamplerCatalog.get(sampling.sampler()).sampler().traits().contains(SamplerTrait.CFG_PLUS_PLUS);
        if (plusPlus && sampling.guidanceScale() > MOST_FOR_PLUS_PLUS) {
            warnings.add("guidance_scale: is " + sampling.guidanceScale() + "; the sampler " + sampling.sampler()
                    + " guides by CFG++, which wants 0 to 2 and oversaturates above");
        }
    }

    /** Of a model with embedded guidance. */
    void distilled(Words words) {
        if (words.composed()) {
            warnings.add("prompt: this model has its guidance built in; of a prompt with AND or a weight at its end"
                    + " only the first part is used, without its weight");
        }
        if (request.guidance() != null) {
            warnings.add("guidance: this model has its guidance built in; the field has no effect");
        }
    }

    /** Of a prompt of several parts. */
    void composed() {
        if (request.sampling().guidanceRescale() > 0) {
            warnings.add("guidance_rescale: does not apply to a prompt with AND or a weight at its end");
        }
        if (request.guidance() != null) {
            warnings.add("guidance: does not apply to a prompt with AND or a weight at its end");
        }
    }
}
