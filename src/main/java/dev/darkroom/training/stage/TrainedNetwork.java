package dev.darkroom.training.stage;

import dev.darkroom.model.SafetensorsExport.Tensor;
import dev.darkroom.torch.Blueprint;
import dev.darkroom.torch.Checkpoint;
import dev.darkroom.training.export.NetworkFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Weights of a learner as a checkpoint in memory, for the networks that the service computes with. */
final class TrainedNetwork implements Checkpoint {

    private final Blueprint network;
    private final Map<String, float[]> weights = new LinkedHashMap<>();

    /**
     * @param prefix of this network's weights among all
     * @param all weights of the learner
     */
    TrainedNetwork(Blueprint network, String prefix, Map<String, float[]> all) {
        this.network = network;
        all.forEach((name, numbers) -> {
            if (name.startsWith(prefix)) {
                weights.put(name.substring(prefix.length()), numbers);
            }
        });
    }

    /** Weights of one network under the names that they have among those of a learner: the opposite way. */
    static <V> Map<String, V> prefixed(String prefix, Map<String, V> weights) {
        Map<String, V> prefixed = new LinkedHashMap<>();
        weights.forEach((name, value) -> prefixed.put(prefix + name, value));
        return prefixed;
    }

    @Override
    public String source() {
        return "the trained network";
    }

    @Override
    public Map<String, Object> config() {
        return network.config();
    }

    @Override
    public Set<String> names() {
        return weights.keySet();
    }

    /** Writes it as a network of diffusers, in half precision. */
    void write(Path folder, Map<String, Object> config) throws IOException {
        NetworkFolder.write(folder, config, tensors(""));
    }

    /** Writes it as a text encoder of transformers, in half precision. */
    void writeTextEncoder(Path folder) throws IOException {
        NetworkFolder.write(folder, "model.safetensors", network.config(), tensors("text_model."));
    }

    private Map<String, Tensor> tensors(String prefix) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        network.shapes().forEach((name, shape) -> {
            float[] numbers = weights.get(name);
            if (numbers != null) {
                tensors.put(prefix + name, new Tensor(numbers, stored(name, shape)));
            }
        });
        return tensors;
    }

    /** Projections of a UNet are 1x1 convolutions in files unless the configuration says that they are linear. */
    private long[] stored(String name, long[] shape) {
        boolean projection = name.endsWith(".proj_in.weight") || name.endsWith(".proj_out.weight");
        boolean convolution = projection
                && network.kind() == Blueprint.Kind.UNET
                && !Boolean.TRUE.equals(network.config().get("use_linear_projection"));
        return convolution ? new long[] {shape[0], shape[1], 1, 1} : shape;
    }

    @Override
    public @Nullable Weight weight(String name) {
        float[] numbers = weights.get(name);
        long[] shape = network.shapes().get(name);
        if (numbers == null || shape == null) {
            return null;
        }
        ByteBuffer bytes =
                ByteBuffer.allocateDirect(numbers.length * Float.BYTES).order(ByteOrder.nativeOrder());
        bytes.asFloatBuffer().put(numbers);
        return new Weight("memory", Element.F32, shape, bytes);
    }
}
