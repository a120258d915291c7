package dev.darkroom.cli;

import dev.darkroom.generation.GenerationDraft;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.image.ImageLimits;
import dev.darkroom.image.NonFinitePixelException;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureDecoder;
import dev.darkroom.model.ModelCatalog;
import dev.darkroom.pipeline.Generation;
import dev.darkroom.pipeline.ImageGenerator;
import dev.darkroom.pipeline.RequestResolver;
import dev.darkroom.torch.TorchEngine;
import dev.darkroom.worker.ModelLease;
import dev.darkroom.worker.Workers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.context.ApplicationContext;

/** One measurement, by the keys of schema {@code darkroom.bench/1}. */
final class BenchRun {

    private final ApplicationContext context;
    private final ImageGenerator generator;
    private final GenerationRequest request;
    private final int jobs;
    private final int rounds;
    private final ProcessUsage usage = new ProcessUsage();
    private final List<BenchMonitor> monitors = new ArrayList<>();
    private final List<Generation> generations = new ArrayList<>();
    private final List<Double> roundSeconds = new ArrayList<>();

    /**
     * @param draft of the timed pictures
     * @param jobs pictures at once
     * @param rounds timed rounds
     */
    BenchRun(ApplicationContext context, GenerationDraft draft, int jobs, int rounds) {
        this.context = context;
        this.generator = context.getBean(ImageGenerator.class);
        this.request = context.getBean(RequestResolver.class).resolve(draft);
        this.jobs = jobs;
        this.rounds = rounds;
    }

    /** Loads, warms up, measures; the model stays leased meanwhile. */
    Map<String, Object> measure(GenerationDraft warmUp, int threads) throws IOException, InterruptedException {
        Map<String, Object> report = new LinkedHashMap<>();
        try (ModelLease model = context.getBean(Workers.class).lease(request.model())) {
            describe(report, model, threads);
            report.put("load_s", rounded(usage.age().toMillis() / 1000.0));
            long start = System.nanoTime();
            boolean finite = true;
            try {
                generator.generate(context.getBean(RequestResolver.class).resolve(warmUp), new BenchMonitor(usage));
                report.put("warmup_ms", rounded((System.nanoTime() - start) / 1e6));
                long cpu = usage.cpuNanos();
                start = System.nanoTime();
                runRounds();
                double seconds = (System.nanoTime() - start) / 1e9;
                times(report);
                report.put("cores_used", rounded((usage.cpuNanos() - cpu) / 1e9 / seconds));
            } catch (NonFinitePixelException notANumber) {
                finite = false;
            }
            usage.peakResidentMib().ifPresent(mib -> report.put("peak_rss_mb", mib));
            report.put("finite", finite);
            if (finite) {
                pixels(report);
            }
        }
        return report;
    }

    /** The last picture as a PNG file. */
    byte[] lastPicture() {
        return generations.get(generations.size() - 1).images().get(0).bytes();
    }

    private void describe(Map<String, Object> report, ModelLease model, int threads) throws IOException {
        TorchEngine engine = context.getBean(TorchEngine.class);
        report.put("schema", "darkroom.bench/1");
        report.put("peer", "darkroom");
        report.put("variant", model.placement());
        Map<String, String> versions = new LinkedHashMap<>(engine.versions());
        versions.put("darkroom", Version.number());
        versions.put("java", Runtime.version().toString());
        report.put("versions", versions);
        Map<String, Object> job = new LinkedHashMap<>();
        job.put(
                "arch",
                context.getBean(ModelCatalog.class)
                        .get(request.model())
                        .directory()
                        .pipeline());
        job.put("size", List.of(request.size().width(), request.size().height()));
        job.put("steps", request.sampling().steps());
        job.put("batch", jobs);
        job.put("guidance", request.sampling().guidanceScale());
        job.put("sampler", request.sampling().sampler());
        job.put("threads", threads == 0 ? engine.threads() : threads);
        report.put("job", job);
    }

    private void runRounds() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(jobs);
        try {
            for (int round = 0; round < rounds; round++) {
                long start = System.nanoTime();
                List<Future<Generation>> running = new ArrayList<>();
                for (int job = 0; job < jobs; job++) {
                    BenchMonitor monitor = new BenchMonitor(usage);
                    monitors.add(monitor);
                    running.add(threads.submit(() -> generator.generate(request, monitor)));
                }
                for (Future<Generation> one : running) {
                    generations.add(one.get());
                }
                roundSeconds.add((System.nanoTime() - start) / 1e9);
            }
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException runtime) {
                throw runtime;
            }
            throw new IllegalStateException(failed.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private void times(Map<String, Object> report) {
        List<Double> wall =
                monitors.stream().flatMap(m -> m.wallMillis().stream()).toList();
        List<Double> cpu =
                monitors.stream().flatMap(m -> m.cpuMillis().stream()).toList();
        // prompts are remembered: only the first picture encodes them
        report.put("text_encode_ms", rounded(generations.get(0).timings().text().toNanos() / 1e6));
        report.put(
                "vae_decode_ms",
                rounded(median(generations.stream()
                        .map(generation -> generation.timings().decode().toNanos() / 1e6)
                        .toList())));
        report.put("unet_ms", rounded(median(wall)));
        report.put("unet_ms_all", wall.stream().map(BenchRun::rounded).toList());
        report.put("unet_cpu_ms", rounded(median(cpu)));
        double seconds = median(roundSeconds);
        report.put("total_s", rounded(seconds));
        report.put("images_per_s", rounded(jobs / seconds));
    }

    private void pixels(Map<String, Object> report) {
        Picture picture = new PictureDecoder(context.getBean(ImageLimits.class)).decode(lastPicture());
        double sum = 0;
        double squares = 0;
        for (byte sample : picture.samples()) {
            double value = (sample & 0xff) / 255.0;
            sum += value;
            squares += value * value;
        }
        int samples = picture.samples().length;
        double mean = sum / samples;
        report.put("image_mean", rounded(mean));
        report.put("image_std", rounded(Math.sqrt(Math.max(0, squares / samples - mean * mean))));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
