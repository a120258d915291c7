package dev.darkroom.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.golden.Deviation;
import dev.darkroom.golden.GoldenFolder;
import dev.darkroom.golden.GoldenReport;
import dev.darkroom.golden.GoldenTensors;
import dev.darkroom.worker.ModelLease;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Models that draw pixels themselves, without a text, from seed to 8-bit pixels, against diffusers. */
class PixelGoldenTest {

    private static final GoldenFolder FAMILY = GoldenFolder.family("pipelines");
    private static final GoldenFolder MODELS = GoldenFolder.family("models");
    private static final String FILE = "pixel.json";

    @TempDir
    Path scratch;

    private final GoldenReport report = new GoldenReport("pixel pipelines");

    @Test
    void picturesAreWhatTheReferenceDraws() throws Exception {
        if (report.present(FAMILY, FILE)) {
            GoldenTensors tensors = FAMILY.tensors("pixel.safetensors");
            try (PipelineFixture fixture = new PipelineFixture(scratch, MODELS.path())) {
                for (JsonNode json : FAMILY.cases(FILE)) {
                    PixelCase first = new PixelCase(FAMILY, tensors, json, 0);
                    boolean present = report.present(MODELS, first.checkpoint() + "/model_index.json");
                    for (int row = 0; present && row < first.rows(); row++) {
                        draw(new PixelCase(FAMILY, tensors, json, row), fixture);
                    }
                }
            }
        }
        report.print();
        assertThat(report.failures()).isEmpty();
    }

    private void draw(PixelCase golden, PipelineFixture fixture) throws InterruptedException {
        Recording run = new Recording();
        try (ModelLease model = fixture.lease(golden.request().model())) {
            Pass pass = fixture.passes(golden.request(), model).passes().get(0);
            Pass own = new Pass(pass.shape(), run.of(golden.plan()), pass.start());
            Generation generation = new GenerationRun(golden.request(), model, GenerationMonitor.none())
                    .run(
                            Work.of(List.of(own)),
                            index -> any -> golden.noise(any.shape().size()),
                            fixture.print());
            byte[] file = generation.images().get(0).bytes();
            report.check(golden.name() + " png", Deviation.levels(file, golden.png()), 1);
        }
        List<float[]> seen = run.asked();
        int size = seen.get(0).length;
        report.check(golden.name() + " evaluations", seen.size() == golden.evaluations());
        double inputs = 0;
        for (int i = 0; i < seen.size(); i++) {
            inputs = Math.max(inputs, Deviation.largest(seen.get(i), golden.input(i, size)));
        }
        report.check(golden.name() + " inputs", inputs, golden.tolerance());
        float[] picture = run.end();
        for (int i = 0; i < size; i++) {
            picture[i] = Math.max(0, Math.min(1, picture[i] / 2 + 0.5f));
        }
        report.check(golden.name() + " picture", Deviation.largest(picture, golden.picture(size)), golden.tolerance());
    }
}
