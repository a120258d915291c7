package dev.darkroom.pipeline;

import dev.darkroom.denoise.guidance.ClassifierFreeGuidance;
import dev.darkroom.denoise.guidance.Guidance;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.pipeline.ImageRun.Blueprint;
import dev.darkroom.pipeline.Stopwatch.Running;
import dev.darkroom.pipeline.Stopwatch.Stage;
import dev.darkroom.text.Encoding;
import dev.darkroom.worker.ModelLease;
import dev.darkroom.worker.PreparedPrompt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One request from prompt to files; the method to read is {@link #run}. Used once, by one thread, which may fan the
 * images out to others.
 */
final class GenerationRun {

    private final GenerationRequest request;
    private final ModelLease model;
    private final GenerationMonitor monitor;
    private final Stopwatch stopwatch = new Stopwatch();
    private final List<String> warnings = new ArrayList<>();

    GenerationRun(GenerationRequest request, ModelLease model, GenerationMonitor monitor) {
        this.request = request;
        this.model = model;
        this.monitor = monitor;
    }

    /**
     * The whole run.
     *
     * @param passes that each image takes
     * @param noises noise of an image, by its index
     * @param print turns pictures into files
     */
    Generation run(List<Pass> passes, IntFunction<ImageNoise> noises, Print print) throws InterruptedException {
        try (Prompts prompts = encodePrompts()) {
            Blueprint blueprint = new Blueprint(model, passes, prompts.guidance(), prompts.tokens());
            RunProgress progress = new RunProgress(
                    monitor,
                    (latent, shape) -> print.preview(model, latent, shape),
                    blueprint.steps() * request.count());
            List<ImageRun> runs = new ArrayList<>();
            for (int i = 0; i < request.count(); i++) {
                runs.add(new ImageRun(i, noises.apply(i), blueprint, progress, stopwatch));
            }
            List<float[]> pictures = ImageLoops.runAll(runs);
            List<Generation.Image> files = print(pictures, print);
            return new Generation(files, stopwatch.timings(), warnings);
        }
    }

    /** The prompt, and the negative prompt where guidance needs it, ready on the device. */
    private Prompts encodePrompts() {
        try (Running text = stopwatch.start(Stage.TEXT)) {
            PreparedPrompt positive = prepare("prompt", request.prompt(), request.clipSkip());
            if (request.sampling().guidanceScale() <= 1 || model.guidanceWidth() > 0) {
                return new Prompts(positive, null, Guidance.none(positive));
            }
            PreparedPrompt negative = prepareOrClose(positive);
            return new Prompts(
                    positive,
                    negative,
                    new ClassifierFreeGuidance<>(
                            positive,
                            negative,
                            request.sampling().guidanceScale(),
                            request.sampling().guidanceRescale()));
        }
    }

    private PreparedPrompt prepareOrClose(PreparedPrompt positive) {
        try {
            return prepare("negative_prompt", request.negativePrompt(), 0);
        } catch (RuntimeException failure) {
            positive.close();
            throw failure;
        }
    }

    private PreparedPrompt prepare(String field, String prompt, int clipSkip) {
        Encoding encoding = model.encode(prompt, clipSkip);
        encoding.warning().ifPresent(warning -> warnings.add(field + ": " + warning));
        int width = model.guidanceWidth();
        return model.prepare(
                width == 0
                        ? encoding.conditioning()
                        : encoding.conditioning()
                                .withGuidance(
                                        GuidanceEmbedding.of(request.sampling().guidanceScale(), width)));
    }

    private List<Generation.Image> print(List<float[]> pictures, Print print) {
        try (Running encoding = stopwatch.start(Stage.ENCODE)) {
            List<Generation.Image> files = new ArrayList<>();
            for (int i = 0; i < pictures.size(); i++) {
                files.add(print.file(request, model, i, pictures.get(i)));
            }
            return files;
        }
    }

    /** The prompts of a run on the device. */
    private record Prompts(
            PreparedPrompt positive, @Nullable PreparedPrompt negative, Guidance<PreparedPrompt> guidance)
            implements AutoCloseable {

        int tokens() {
            return positive.tokens();
        }

        @Override
        public void close() {
            positive.close();
            if (negative != null) {
                negative.close();
            }
        }
    }
}
