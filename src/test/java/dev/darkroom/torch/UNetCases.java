package dev.darkroom.torch;

import dev.darkroom.golden.GoldenTensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Runs the cases of a UNet, every row with a context of its own, in both batching modes. */
record UNetCases(GoldenComponent golden) {

    void run(TorchEngine engine) {
        try (UNet2DCondition unet = UNet2DCondition.open(engine, golden.checkpoint(), GoldenComponent.PLACEMENT)) {
            for (JsonNode goldenCase : golden.cases().path("cases")) {
                run(unet, goldenCase);
            }
        }
    }

    private void run(UNet2DCondition unet, JsonNode goldenCase) {
        String id = goldenCase.path("id").asString();
        JsonNode inputs = goldenCase.path("inputs");
        if (!goldenCase.path("outputs").has("sample")) {
            golden.report().pending(id, "intermediate outputs");
            return;
        }
        if (inputs.has("down_intrablock_additional_residuals")) {
            golden.report().pending(id, "T2I adapter");
            return;
        }
        if (inputs.has("down_block_additional_residuals")) {
            golden.report().pending(id, "ControlNet residuals in the Java API");
            return;
        }
        GoldenTensor sample = golden.input(goldenCase, "sample");
        List<UNetRow> rows = new ArrayList<>();
        for (int i = 0; i < sample.shape()[0]; i++) {
            rows.add(new UNetRow(
                    row(sample, i), timestep(golden, goldenCase, i), unet.context(conditioning(goldenCase, i))));
        }
        int height = sample.shape()[2];
        int width = sample.shape()[3];
        golden.check(goldenCase, "sample", joined(unet.evaluate(rows, height, width, Batching.INVARIANT)));
        golden.check(goldenCase, "sample", joined(unet.evaluate(rows, height, width, Batching.THROUGHPUT)));
        rows.forEach(row -> row.context().close());
    }

    private TextConditioning conditioning(JsonNode goldenCase, int i) {
        GoldenTensor text = golden.input(goldenCase, "encoder_hidden_states");
        TextConditioning conditioning = TextConditioning.of(text.shape()[1], row(text, i));
        JsonNode inputs = goldenCase.path("inputs");
        if (inputs.has("encoder_attention_mask")) {
            conditioning = conditioning.withMask(row(golden.input(goldenCase, "encoder_attention_mask"), i));
        }
        if (inputs.has("timestep_cond")) {
            conditioning = conditioning.withGuidance(row(golden.input(goldenCase, "timestep_cond"), i));
        }
        JsonNode added = inputs.path("added_cond_kwargs");
        if (!added.isMissingNode()) {
            conditioning = conditioning.withAdded(
                    row(
                            golden.tensors()
                                    .get(added.path("text_embeds")
                                            .path("tensor")
                                            .asString()),
                            i),
                    row(
                            golden.tensors()
                                    .get(added.path("time_ids").path("tensor").asString()),
                            i));
        }
        return conditioning;
    }

    static double timestep(GoldenComponent golden, JsonNode goldenCase, int i) {
        JsonNode timestep = goldenCase.path("inputs").path("timestep");
        return timestep.has("value")
                ? timestep.path("value").asDouble()
                : golden.input(goldenCase, "timestep").doubles()[i];
    }

    static float[] row(GoldenTensor tensor, int i) {
        int size = tensor.count() / tensor.shape()[0];
        return Arrays.copyOfRange(tensor.floats(), i * size, (i + 1) * size);
    }

    static float[] joined(List<float[]> rows) {
        float[] all = new float[rows.stream().mapToInt(row -> row.length).sum()];
        int at = 0;
        for (float[] row : rows) {
            System.arraycopy(row, 0, all, at, row.length);
            at += row.length;
        }
        return all;
    }
}
