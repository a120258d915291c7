package dev.darkroom.pipeline;

import dev.darkroom.golden.GoldenFolder;
import dev.darkroom.model.Component;
import dev.darkroom.model.SafetensorsExport;
import dev.darkroom.model.SafetensorsExport.Format;
import dev.darkroom.model.SafetensorsExport.Tensor;
import dev.darkroom.torch.Checkpoint.Weight;
import dev.darkroom.training.icons.IconSet;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A bit-diffusion model of 16x16 cells in eight colours with six labels, made of a small class-conditional network: it
 * draws nothing sensible, but all that a trained one goes through.
 */
final class BitModel {

    static final String ID = "cells";

    private static final GoldenFolder MODELS = GoldenFolder.family("models");
    private static final String WEIGHTS = "diffusion_pytorch_model.safetensors";
    private static final String FIRST = "conv_in.weight";
    private static final int PLANES = 3;

    private BitModel() {}

    /** Whether the network is among these fixtures. */
    static boolean present() {
        return MODELS.has("ddpm-class/model_index.json");
    }

    /** Writes the directory into a folder of models. */
    static void write(Path models) throws IOException {
        Path source = MODELS.path().resolve("ddpm-class");
        Path target = models.resolve(ID);
        for (String part : new String[] {"unet", "scheduler", "bits"}) {
            Files.createDirectories(target.resolve(part));
        }
        Files.writeString(target.resolve("model_index.json"), "{\"_class_name\": \"BitDiffusionPipeline\"}");
        Files.copy(
                source.resolve("scheduler/scheduler_config.json"), target.resolve("scheduler/scheduler_config.json"));
        String palette = IconSet.PALETTE.stream().map("\"#%06x\""::formatted).collect(Collectors.joining(", "));
        Files.writeString(
                target.resolve("bits/config.json"),
                "{\"palette\": [" + palette
                        + "], \"scale\": 16, \"labels\": [\"one\", \"two\", \"three\", \"four\", \"five\", \"six\"]}");
        String config = Files.readString(source.resolve("unet/config.json"));
        Files.writeString(
                target.resolve("unet/config.json"), config.replace("\"in_channels\": 3", "\"in_channels\": 6"));
        SafetensorsExport.write(target.resolve("unet").resolve(WEIGHTS), seeingItsGuess(source), Format.F32, Map.of());
    }

    /** The weights with a first layer that sees a guess beside the bits, a third as strongly. */
    private static Map<String, Tensor> seeingItsGuess(Path source) {
        Component network = Component.open(source.resolve("unet"));
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (String name : network.names()) {
            Weight weight = Objects.requireNonNull(network.weight(name), name);
            FloatBuffer numbers =
                    weight.data().duplicate().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
            float[] own = new float[numbers.remaining()];
            numbers.get(own);
            tensors.put(name, name.equals(FIRST) ? doubled(own) : new Tensor(own, weight.shape()));
        }
        return tensors;
    }

    private static Tensor doubled(float[] own) {
        int kernel = 9;
        int row = PLANES * kernel;
        int outputs = own.length / row;
        float[] both = new float[2 * own.length];
        for (int i = 0; i < outputs; i++) {
            float[] weights = Arrays.copyOfRange(own, i * row, (i + 1) * row);
            for (int j = 0; j < row; j++) {
                both[2 * i * row + j] = weights[j];
                both[(2 * i + 1) * row + j] = weights[j] / 3;
            }
        }
        return new Tensor(both, outputs, 2 * PLANES, 3, 3);
    }
}
