package dev.darkroom.torch;

import dev.darkroom.golden.GoldenTensor;
import java.util.Arrays;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Runs the cases of a text encoder, row by row. */
record TextCases(GoldenComponent golden) {

    void run(TorchEngine engine) {
        int layers = ((Number) golden.checkpoint().config().get("num_hidden_layers")).intValue();
        try (ClipTextModel text = ClipTextModel.open(engine, golden.checkpoint(), GoldenComponent.PLACEMENT)) {
            for (JsonNode goldenCase : golden.cases().path("cases")) {
                hidden(text, goldenCase, "last_hidden_state", 0, true);
                hidden(text, goldenCase, "last_unnormed", 0, false);
                hidden(text, goldenCase, "penultimate", 1, false);
                hidden(text, goldenCase, "penultimate_normed", 1, true);
                hidden(text, goldenCase, "embeddings", layers, false);
                compare(goldenCase, "pooled", ids -> text.encode(ids, 0, true).pooled());
                compare(
                        goldenCase,
                        "text_embeds",
                        ids -> text.encode(ids, 0, true).projected());
            }
        }
    }

    private void hidden(ClipTextModel text, JsonNode goldenCase, String output, int skip, boolean normed) {
        compare(goldenCase, output, ids -> text.encode(ids, skip, normed).hidden());
    }

    private void compare(JsonNode goldenCase, String output, Function<int[], float[]> encode) {
        if (!goldenCase.path("outputs").has(output)) {
            return;
        }
        GoldenTensor ids = golden.input(goldenCase, "input_ids");
        int rows = ids.shape()[0];
        int tokens = ids.shape()[1];
        int[] all = Arrays.stream(ids.longs()).mapToInt(Math::toIntExact).toArray();
        float[] result = new float[0];
        for (int i = 0; i < rows; i++) {
            float[] row = encode.apply(Arrays.copyOfRange(all, i * tokens, (i + 1) * tokens));
            result = i == 0 ? new float[rows * row.length] : result;
            System.arraycopy(row, 0, result, i * row.length, row.length);
        }
        golden.check(goldenCase, output, result);
    }
}
