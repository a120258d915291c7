package dev.darkroom.evaluation;

import dev.darkroom.generation.GenerationDraft;
import dev.darkroom.generation.GenerationDraft.OutputDraft;
import dev.darkroom.generation.GenerationDraftBuilder;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.image.ImageLimits;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureDecoder;
import dev.darkroom.pipeline.Generation;
import dev.darkroom.pipeline.GenerationMonitor;
import dev.darkroom.pipeline.ImageGenerator;
import dev.darkroom.pipeline.RequestLimits;
import dev.darkroom.pipeline.RequestResolver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes pictures through the service's own pipeline, as requests do. */
public final class ModelPainter implements Painter {

    private final RequestResolver resolver;
    private final ImageGenerator generator;
    private final int most;
    private final GenerationDraft draft;
    private final GenerationMonitor monitor;
    private final PictureDecoder decoder = new PictureDecoder(ImageLimits.defaults());

    /**
     * @param draft what all requests have in common: model, steps, sampler, size
     * @param monitor may cancel
     */
    public ModelPainter(
            RequestResolver resolver,
            ImageGenerator generator,
            RequestLimits limits,
            GenerationDraft draft,
            GenerationMonitor monitor) {
        this.resolver = resolver;
        this.generator = generator;
        this.most = limits.count();
        this.draft = draft;
        this.monitor = monitor;
    }

    @Override
    public List<Picture> paint(String prompt, long firstSeed, int count) {
        List<Picture> pictures = new ArrayList<>();
        for (int from = 0; from < count; from += most) {
            GenerationRequest request = request(prompt, firstSeed + from, Math.min(most, count - from));
            for (Generation.Image image : generator.generate(request, monitor).images()) {
                pictures.add(decoder.decode(image.bytes()).withoutAlpha());
            }
        }
        return pictures;
    }

    @Override
    public Map<String, Object> settings() {
        GenerationRequest request = request("a smiley face", 0, 1);
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("model", request.model());
        settings.put("size", request.pictureSize().toString());
        settings.put("steps", request.sampling().steps());
        settings.put("guidance_scale", request.sampling().guidanceScale());
        settings.put("sampler", request.sampling().sampler());
        settings.put("schedule", request.sampling().schedule());
        return settings;
    }

    private GenerationRequest request(String prompt, long seed, int count) {
        return resolver.resolve(GenerationDraftBuilder.builder(draft)
                .prompt(prompt)
                .promptSyntax("plain")
                .seed(seed)
                .count(count)
                .output(new OutputDraft("png", null, null))
                .build());
    }
}
