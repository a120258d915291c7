package dev.darkroom.torch;

import dev.darkroom.golden.GoldenTensor;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Runs the cases of a {@link UNet2D}, every row with its own class, in both batching modes. */
record PixelCases(GoldenComponent golden) {

    void run(TorchEngine engine) {
        try (UNet2D unet = UNet2D.open(engine, golden.checkpoint(), GoldenComponent.PLACEMENT)) {
            for (JsonNode goldenCase : golden.cases().path("cases")) {
                run(unet, goldenCase);
            }
        }
    }

    private void run(UNet2D unet, JsonNode goldenCase) {
        GoldenTensor sample = golden.input(goldenCase, "sample");
        boolean labelled = goldenCase.path("inputs").has("class_labels");
        List<UNetRow> rows = new ArrayList<>();
        for (int i = 0; i < sample.shape()[0]; i++) {
            int label =
                    labelled ? (int) golden.input(goldenCase, "class_labels").doubles()[i] : 0;
            double timestep = UNetCases.timestep(golden, goldenCase, i);
            rows.add(new UNetRow(UNetCases.row(sample, i), timestep, unet.context(label)));
        }
        int height = sample.shape()[2];
        int width = sample.shape()[3];
        golden.check(goldenCase, "sample", UNetCases.joined(unet.evaluate(rows, height, width, Batching.INVARIANT)));
        golden.check(goldenCase, "sample", UNetCases.joined(unet.evaluate(rows, height, width, Batching.THROUGHPUT)));
        rows.forEach(row -> row.context().close());
    }
}
