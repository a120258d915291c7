package dev.darkroom.training.stage;

import dev.darkroom.model.SafetensorsExport;
import dev.darkroom.model.SafetensorsExport.Format;
import dev.darkroom.model.SafetensorsExport.Tensor;
import dev.darkroom.torch.Learner.Values;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Low-rank updates of the matrices in a UNet's transformer blocks: Hu et al. 2021, section 4.1,
 * <a href="https://arxiv.org/abs/2106.09685">arXiv:2106.09685</a>.
 *
 * @param rank of an update
 * @param alpha an update counts {@code alpha / rank}
 */
record LowRank(int rank, double alpha) {

    private static final String UNET = "unet.";
    private static final String WEIGHT = ".weight";
    private static final List<String> ADAPTED = List.of(
            ".to_q.weight", ".to_k.weight", ".to_v.weight", ".to_out.0.weight", ".net.0.proj.weight", ".net.2.weight");

    double scale() {
        return alpha / rank;
    }

    /** The first updates of a UNet's weights: {@code down} is normal, {@code up} zero, so that nothing changes yet. */
    Map<String, Values> begin(Map<String, Values> frozen, FirstWeights first) {
        Map<String, Values> updates = new LinkedHashMap<>();
        frozen.forEach((name, value) -> {
            if (adapts(name)) {
                long out = value.shape()[0];
                long in = value.shape()[1];
                String stem = stem(name);
                float[] down = first.normal(new float[Math.toIntExact(rank * in)], name, 1 / Math.sqrt(3.0 * in));
                updates.put(stem + "lora_down.weight", new Values(down, rank, in));
                updates.put(stem + "lora_up.weight", new Values(new float[Math.toIntExact(out * rank)], out, rank));
            }
        });
        return updates;
    }

    private static boolean adapts(String name) {
        return name.startsWith(UNET) && ADAPTED.stream().anyMatch(name::endsWith);
    }

    private static String stem(String name) {
        return name.substring(0, name.length() - WEIGHT.length() + 1);
    }

    /** All weights with their updates added. */
    Map<String, float[]> merged(Map<String, Values> frozen, Map<String, float[]> updates) {
        Map<String, float[]> merged = new LinkedHashMap<>();
        frozen.forEach((name, value) -> {
            float[] up = updates.get(stem(name) + "lora_up.weight");
            float[] down = updates.get(stem(name) + "lora_down.weight");
            merged.put(name, up == null || down == null ? value.numbers() : added(value.numbers(), up, down));
        });
        return merged;
    }

    private float[] added(float[] weight, float[] up, float[] down) {
        int in = down.length / rank;
        float[] sum = weight.clone();
        for (int i = 0; i < sum.length; i++) {
            double product = 0;
            for (int r = 0; r < rank; r++) {
                product += (double) up[i / in * rank + r] * down[r * in + i % in];
            }
            sum[i] += (float) (scale() * product);
        }
        return sum;
    }

    /** Writes the updates under the names that kohya's scripts gave them, which webui, ComfyUI and diffusers read. */
    void write(Path file, Map<String, float[]> updates) throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        updates.forEach((name, numbers) -> {
            if (name.endsWith("lora_up.weight")) {
                String path = name.substring(UNET.length(), name.length() - ".lora_up.weight".length());
                String key = "lora_unet_" + path.replace('.', '_');
                float[] down = Objects.requireNonNull(updates.get(UNET + path + ".lora_down.weight"));
                tensors.put(key + ".lora_up.weight", new Tensor(numbers, numbers.length / rank, rank));
                tensors.put(key + ".lora_down.weight", new Tensor(down, rank, down.length / rank));
                tensors.put(key + ".alpha", new Tensor(new float[] {(float) alpha}));
            }
        });
        Map<String, String> metadata = Map.of(
                "ss_network_module", "networks.lora",
                "ss_network_dim", Integer.toString(rank),
                "ss_network_alpha", Double.toString(alpha));
        SafetensorsExport.write(file, tensors, Format.F16, metadata);
    }
}
