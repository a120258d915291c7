package dev.darkroom.pipeline;

import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.Size;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PicturePlanes;
import dev.darkroom.pipeline.ImageRun.Blueprint;
import dev.darkroom.pipeline.Stopwatch.Running;
import dev.darkroom.pipeline.Stopwatch.Stage;
import dev.darkroom.worker.ModelLease;
import dev.darkroom.worker.PreparedCondition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * One request from prompt to files; the method to read is {@link #run}. Used once, by one thread, which may fan the
 * images out to others.
 */
final class GenerationRun {

    /** Of a film; enough to see every change, few enough for one contact sheet. */
    private static final int MOST_FRAMES = 24;

    private final GenerationRequest request;
    private final ModelLease model;
    private final GenerationMonitor monitor;
    private final Findings findings;
    private final Stopwatch stopwatch = new Stopwatch();
    private final Set<String> warnings = new LinkedHashSet<>();

    GenerationRun(GenerationRequest request, ModelLease model, GenerationMonitor monitor) {
        this(request, model, monitor, new Findings());
    }

    /** @param findings takes what is found out, for the report */
    GenerationRun(GenerationRequest request, ModelLease model, GenerationMonitor monitor, Findings findings) {
        this.findings = findings;
        this.request = request;
        this.model = model;
        this.monitor = monitor;
    }

    /**
     * The whole run.
     *
     * @param work what is to be done
     * @param noises noise of an image, by its index
     * @param print turns pictures into files
     */
    Generation run(Work work, IntFunction<ImageNoise> noises, Print print) throws InterruptedException {
        print.prepare(model);
        try (ConditionShelf<PreparedCondition> conditions =
                new ConditionShelf<>(model::prepare, PreparedCondition::close)) {
            warnings.addAll(work.warnings());
            Blueprint blueprint = new Blueprint(model, work.passes(), conditions);
            List<List<GuidanceSchedule>> guidance = read(work.passes());
            List<Reel> reels = Stream.generate(() -> new Reel(request.trajectory() ? MOST_FRAMES : 0))
                    .limit(request.pictures())
                    .toList();
            RunProgress progress = new RunProgress(
                    monitor,
                    (latent, shape) -> print.preview(model, latent, shape),
                    blueprint.steps() * request.pictures(),
                    reels);
            List<ImageRun> runs = new ArrayList<>();
            for (int i = 0; i < request.pictures(); i++) {
                runs.add(new ImageRun(i, noises.apply(i), guidance.get(i), blueprint, progress, stopwatch));
            }
            List<float[]> pixels = ImageLoops.runAll(runs);
            findings.finished(pixels);
            Size painted = model.pictureSize(blueprint.shape());
            List<Generation.Image> files = print(pixels, painted, work, print);
            List<Generation.Film> films = request.trajectory() ? films(reels, print) : List.of();
            return new Generation(files, films, stopwatch.timings(), List.copyOf(warnings), findings.report());
        }
    }

    private List<List<GuidanceSchedule>> read(List<Pass> passes) {
        try (Running text = stopwatch.start(Stage.TEXT)) {
            return Steering.of(request, model, warnings).schedules(passes);
        }
    }

    private List<Generation.Film> films(List<Reel> reels, Print print) {
        try (Running decoding = stopwatch.start(Stage.DECODE)) {
            Development development = print.development(model, monitor);
            List<Generation.Film> films = new ArrayList<>();
            for (int i = 0; i < reels.size(); i++) {
                films.add(development.film(i, reels.get(i).developed(), request.pictureSize()));
            }
            return films;
        }
    }

    private List<Generation.Image> print(List<float[]> pixels, Size painted, Work work, Print print) {
        try (Running encoding = stopwatch.start(Stage.ENCODE)) {
            List<Generation.Image> files = new ArrayList<>();
            for (int i = 0; i < pixels.size(); i++) {
                Picture picture = PicturePlanes.fromSigned(pixels.get(i), painted);
                files.add(print.file(request, model, i, work.finish().apply(picture)));
            }
            return files;
        }
    }
}
