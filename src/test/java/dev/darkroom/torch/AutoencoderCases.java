package dev.darkroom.torch;

import dev.darkroom.golden.GoldenTensor;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Runs the cases of an autoencoder, row by row. */
record AutoencoderCases(GoldenComponent golden) {

    void run(TorchEngine engine) {
        try (AutoencoderKl vae = AutoencoderKl.open(engine, golden.checkpoint(), GoldenComponent.PLACEMENT)) {
            for (JsonNode goldenCase : golden.cases().path("cases")) {
                if (goldenCase.has("tiling")) {
                    golden.report().pending(goldenCase.path("id").asString(), "tiled autoencoder");
                } else if (goldenCase.path("inputs").has("image")) {
                    encode(vae, goldenCase);
                } else {
                    golden.check(goldenCase, "image", each(golden.input(goldenCase, "latents"), vae::decode));
                }
            }
        }
    }

    private void encode(AutoencoderKl vae, JsonNode goldenCase) {
        GoldenTensor image = golden.input(goldenCase, "image");
        GoldenTensor noise = golden.input(goldenCase, "noise");
        golden.check(
                goldenCase, "mean", each(image, (x, h, w) -> vae.encode(x, h, w).mean()));
        golden.check(
                goldenCase,
                "logvar",
                each(image, (x, h, w) -> vae.encode(x, h, w).logVariance()));
        List<float[]> noises = new ArrayList<>();
        for (int i = 0; i < noise.shape()[0]; i++) {
            noises.add(UNetCases.row(noise, i));
        }
        golden.check(
                goldenCase,
                "sample",
                each(image, (x, h, w) -> vae.encode(x, h, w).sample(noises.remove(0))));
    }

    void runTiny(TorchEngine engine) {
        try (AutoencoderTiny vae = AutoencoderTiny.open(engine, golden.checkpoint(), GoldenComponent.PLACEMENT)) {
            for (JsonNode goldenCase : golden.cases().path("cases")) {
                if (goldenCase.path("inputs").has("image")) {
                    golden.check(goldenCase, "latents", each(golden.input(goldenCase, "image"), vae::encode));
                } else {
                    golden.check(goldenCase, "image", each(golden.input(goldenCase, "latents"), vae::decode));
                }
            }
        }
    }

    private static float[] each(GoldenTensor input, Half half) {
        float[] all = new float[0];
        int rows = input.shape()[0];
        for (int i = 0; i < rows; i++) {
            float[] row = half.apply(UNetCases.row(input, i), input.shape()[2], input.shape()[3]);
            all = i == 0 ? new float[rows * row.length] : all;
            System.arraycopy(row, 0, all, i * row.length, row.length);
        }
        return all;
    }

    private interface Half {
        float[] apply(float[] x, int height, int width);
    }
}
