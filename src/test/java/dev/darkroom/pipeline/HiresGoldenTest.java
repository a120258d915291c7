package dev.darkroom.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.denoise.noise.LatentShape;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.GenerationRequestBuilder;
import dev.darkroom.generation.Hires;
import dev.darkroom.generation.Size;
import dev.darkroom.generation.Upscaler;
import dev.darkroom.golden.Deviation;
import dev.darkroom.golden.GoldenFolder;
import dev.darkroom.golden.GoldenReport;
import dev.darkroom.golden.GoldenTensors;
import dev.darkroom.image.PictureEncoder;
import dev.darkroom.worker.ModelLease;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two passes with a latent upscaler in between, from prompt and seeds to the large picture, against diffusers. */
class HiresGoldenTest {

    private static final GoldenFolder FAMILY = GoldenFolder.family("pipelines");
    private static final GoldenFolder MODELS = GoldenFolder.family("models");
    private static final String FILE = "hires";
    private static final Map<String, Upscaler> MODES = Map.of(
            "nearest", Upscaler.LATENT_NEAREST,
            "nearest-exact", Upscaler.LATENT_NEAREST_EXACT,
            "bilinear", Upscaler.LATENT_BILINEAR,
            "bilinear-antialias", Upscaler.LATENT_BILINEAR_ANTIALIASED,
            "bicubic", Upscaler.LATENT_BICUBIC,
            "bicubic-antialias", Upscaler.LATENT_BICUBIC_ANTIALIASED);

    @TempDir
    Path scratch;

    @Test
    void bothPassesAreWhatTheReferenceDraws() throws Exception {
        GoldenReport report = new GoldenReport("pipelines/hires");
        if (report.present(FAMILY, FILE + ".json")) {
            try (PipelineFixture fixture = new PipelineFixture(scratch, MODELS.path())) {
                Map<String, JsonNode> cases = new TreeMap<>();
                FAMILY.cases(FILE + ".json")
                        .forEach(json -> cases.put(json.path("id").asString(), json));
                for (String second : cases.keySet()) {
                    if (second.endsWith("2")) {
                        String first = second.substring(0, second.length() - 1) + "1";
                        check(second, cases.get(first), cases.get(second), fixture, report);
                    }
                }
            }
        }
        report.print();
        assertThat(report.failures()).isEmpty();
    }

    private static void check(String name, JsonNode json1, JsonNode json2, PipelineFixture fixture, GoldenReport report)
            throws InterruptedException {
        String checkpoint = json1.path("checkpoint").asString();
        if (!report.present(MODELS, checkpoint + "/model_index.json")) {
            return;
        }
        PipelineCase first = new PipelineCase(FAMILY, json1, 0);
        PipelineCase second = new PipelineCase(FAMILY, json2, 0);
        GoldenTensors tensors = FAMILY.tensors(FILE + ".safetensors");
        try (ModelLease model = fixture.lease(checkpoint)) {
            LatentShape small = model.latentShape(first.size());
            LatentShape large = model.latentShape(second.size());
            Recording path1 = new Recording();
            Recording path2 = new Recording();
            List<float[]> grown = new ArrayList<>();
            Start start = new GrownStart(model, mode(json2), small, large);
            Start watched = (plan, noise, before) -> {
                float[] clean = start.latent(plan, () -> new float[large.size()], before);
                grown.add(clean);
                return start.latent(plan, noise, before);
            };
            Generation made = new GenerationRun(request(first, second.size()), model, GenerationMonitor.none())
                    .run(
                            Work.of(List.of(
                                    new Pass(small, path1.of(first.plan()), Start.pureNoise()),
                                    new Pass(large, path2.of(second.plan()), watched))),
                            index -> pass -> (pass.shape().equals(small) ? first : second)
                                    .noise(pass.shape().size()),
                            new Print(new PictureEncoder(), new PictureNotes("test")));
            trajectory(name + " first pass", json1, path1, tensors, report);
            report.check(
                    name + " upscaled",
                    Deviation.largest(
                            grown.get(0),
                            tensors.floats(json2.at("/options/image/tensor").asString())),
                    json1.at("/outputs/trajectory/tolerance_abs").asDouble());
            trajectory(name + " second pass", json2, path2, tensors, report);
            byte[] expected = FAMILY.bytes(json2.at("/outputs/png/0").asString());
            report.check(name + " png", Deviation.levels(made.images().get(0).bytes(), expected), 2);
        }
    }

    private static Upscaler mode(JsonNode second) {
        String note = second.path("note").asString();
        return MODES.get(note.substring(note.indexOf("mode=") + 5, note.length() - 1));
    }

    private static GenerationRequest request(PipelineCase first, Size size) {
        return GenerationRequestBuilder.builder(first.request())
                .hires(new Hires(size, Upscaler.LATENT_BILINEAR, 1, 1))
                .build();
    }

    private static void trajectory(
            String name, JsonNode json, Recording path, GoldenTensors tensors, GoldenReport report) {
        JsonNode trajectory = json.at("/outputs/trajectory");
        float[] expected = tensors.floats(trajectory.path("tensor").asString());
        int size = path.end().length;
        assertThat(expected).as(name).hasSize(path.visited().size() * size);
        for (int step = 0; step < path.visited().size(); step++) {
            report.check(
                    name + ", step " + step,
                    Deviation.largest(
                            path.visited().get(step).state(),
                            Arrays.copyOfRange(expected, step * size, (step + 1) * size)),
                    trajectory.path("tolerance_abs").asDouble());
        }
    }
}
