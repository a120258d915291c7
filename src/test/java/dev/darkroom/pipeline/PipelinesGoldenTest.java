package dev.darkroom.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.inpaint.KnownRegion;
import dev.darkroom.denoise.noise.LatentShape;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.denoise.plan.UnknownNameException;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.golden.Deviation;
import dev.darkroom.golden.GoldenFolder;
import dev.darkroom.golden.GoldenReport;
import dev.darkroom.golden.GoldenTensors;
import dev.darkroom.image.ImageLimits;
import dev.darkroom.image.PictureDecoder;
import dev.darkroom.image.PictureEncoder;
import dev.darkroom.imagestore.InputPictures;
import dev.darkroom.imagestore.LocalImageStore;
import dev.darkroom.model.EmbeddedModel;
import dev.darkroom.model.ModelCatalog;
import dev.darkroom.model.ModelSettings;
import dev.darkroom.torch.EngineSettings;
import dev.darkroom.torch.Precision;
import dev.darkroom.torch.TorchEngine;
import dev.darkroom.worker.DeviceSettings;
import dev.darkroom.worker.ModelLease;
import dev.darkroom.worker.WorkerSettings;
import dev.darkroom.worker.Workers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Whole pictures from prompt and seed to 8-bit pixels, with this project's own random numbers, against diffusers. */
class PipelinesGoldenTest {

    private static final GoldenFolder FAMILY = GoldenFolder.family("pipelines");
    private static final Path MODELS = GoldenFolder.family("models").path();
    private static final Set<String> PIPELINES = Set.of(
            "StableDiffusionPipeline",
            "StableDiffusionImg2ImgPipeline",
            "StableDiffusionInpaintPipeline",
            "StableDiffusionInstructPix2PixPipeline");
    private static final List<String> FILES = List.of("txt2img", "img2img", "sdxl", "control");

    @TempDir
    Path cache;

    private final GoldenReport report = new GoldenReport("pipelines");
    private @Nullable InputPictures inputs;
    private @Nullable Passes passes;

    @Test
    void picturesAreWhatTheReferenceDraws() throws Exception {
        ModelCatalog models =
                new ModelCatalog(EmbeddedModel.unpack(cache), new ModelSettings(MODELS, EmbeddedModel.ID));
        try (TorchEngine engine = TorchEngine.start(EngineSettings.defaults());
                Workers workers = Workers.start(
                        engine,
                        models,
                        new DeviceSettings("cpu", Precision.FP32),
                        WorkerSettings.defaults(),
                        new SimpleMeterRegistry())) {
            inputs = new InputPictures(new LocalImageStore(cache.resolve("images")), Clock.systemUTC());
            passes = new Passes(new Plans(models), new Sources(inputs, new PictureDecoder(ImageLimits.defaults())));
            for (String file : FILES) {
                if (report.present(FAMILY, file + ".json")) {
                    run(file, models, workers);
                }
            }
        }
        report.print();
        assertThat(report.failures()).isEmpty();
    }

    private void run(String file, ModelCatalog models, Workers workers) {
        GoldenTensors tensors = FAMILY.tensors(file + ".safetensors");
        for (JsonNode json : FAMILY.cases(file + ".json")) {
            String id = json.path("id").asString();
            String pipeline = json.path("pipeline").asString();
            String checkpoint = json.path("checkpoint").asString("");
            if (!PIPELINES.contains(pipeline) || !json.path("parts").isEmpty()) {
                report.pending(id, pipeline);
            } else if (models.entries().stream().noneMatch(entry -> entry.id().equals(checkpoint))) {
                report.present(GoldenFolder.family("models"), checkpoint);
            } else {
                draw(new PipelineCase(FAMILY, json, 0), tensors, workers);
            }
        }
    }

    private void draw(PipelineCase first, GoldenTensors tensors, Workers workers) {
        for (int row = 0; row < first.rows(); row++) {
            PipelineCase golden = new PipelineCase(first.folder(), first.json(), row);
            String name = golden.json().path("id").asString() + "[" + row + "]";
            try (ModelLease model =
                    workers.lease(golden.json().path("checkpoint").asString())) {
                compare(name, golden, tensors, model);
            } catch (UnknownNameException noSuchSampler) {
                report.pending(name, noSuchSampler.getMessage());
            } catch (RuntimeException | InterruptedException failure) {
                report.failed(name, failure);
            }
        }
    }

    private void compare(String name, PipelineCase golden, GoldenTensors tensors, ModelLease model)
            throws InterruptedException {
        Recording run = new Recording();
        List<KnownRegion> known = new ArrayList<>();
        GenerationRequest request = golden.request(inputs);
        LatentShape shape = model.latentShape(request.size());
        int latentSize = shape.size();
        Work work = passes.of(request, model, new Findings());
        Pass pass = new Pass(shape, golden.plan(), work.passes().get(0).start());
        Schedule schedule = pass.plan().schedule();
        Generation generation = new GenerationRun(request, model, GenerationMonitor.none())
                .run(
                        new Work(
                                List.of(recorded(pass, run, known)),
                                golden.overlaid() ? work.finish() : picture -> picture,
                                work.warnings()),
                        index -> any -> golden.noise(any.shape().size()),
                        new Print(new PictureEncoder(), new PictureNotes("test")));
        JsonNode outputs = golden.json().path("outputs");
        JsonNode path = outputs.path("trajectory");
        float[] expectedPath = tensors.floats(path.path("tensor").asString());
        double pathError = 0;
        int rows = golden.rows();
        boolean byStep = path.path("shape").get(0).asInt() == run.visited().size();
        for (int step = 0; step < run.visited().size(); step++) {
            Recording.Visited visited = run.visited().get(step);
            int entry = byStep ? step : visited.evaluations() - 1;
            int from = (entry * rows + golden.row()) * latentSize;
            float[] expected = Arrays.copyOfRange(expectedPath, from, from + latentSize);
            pathError = Math.max(pathError, Deviation.largest(seen(visited, known, schedule), expected));
        }
        report.check(name + " trajectory", pathError, path.path("tolerance_abs").asDouble());

        String png = outputs.path("png").get(golden.row()).asString();
        report.check(name + " png", Deviation.levels(generation.images().get(0).bytes(), FAMILY.bytes(png)), 2);
        if (outputs.has("image")) {
            comparePixels(
                    name,
                    golden,
                    tensors,
                    model.decode(seen(run.visited().get(run.visited().size() - 1), known, schedule), shape));
        }
    }

    private void comparePixels(String name, PipelineCase golden, GoldenTensors tensors, float[] pixels) {
        JsonNode image = golden.json().path("outputs").path("image");
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Math.max(0, Math.min(1, pixels[i] / 2 + 0.5f));
        }
        float[] expected = tensors.floats(image.path("tensor").asString());
        int from = golden.row() * pixels.length;
        report.check(
                name + " picture",
                Deviation.largest(pixels, Arrays.copyOfRange(expected, from, from + pixels.length)),
                image.path("tolerance_abs").asDouble());
    }

    /** The same pass, whose run and known region are kept. */
    private static Pass recorded(Pass pass, Recording run, List<KnownRegion> known) {
        Start opened = new Start() {
            @Override
            public float[] latent(SamplingPlan plan, Noise noise, float @Nullable [] before) {
                return pass.start().latent(plan, noise, before);
            }

            @Override
            public Opening open(SamplingPlan plan, Noise noise, float @Nullable [] before) {
                Opening opening = pass.start().open(plan, noise, before);
                if (opening.known() != null) {
                    known.add(opening.known());
                }
                return opening;
            }
        };
        return new Pass(pass.shape(), run.of(pass.plan()), opened);
    }

    /** A latent as the network sees it at the next step, or as it is finished. */
    private static float[] seen(Recording.Visited visited, List<KnownRegion> known, Schedule schedule) {
        float[] seen = visited.state().clone();
        if (known.isEmpty()) {
            return seen;
        }
        if (schedule.last(visited.step())) {
            return known.get(0).finished(seen);
        }
        known.get(0).show(seen, 1, schedule.from(visited.step() + 1));
        return seen;
    }
}
