package dev.darkroom.torch;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A checkpoint in memory with random weights of whatever shapes a network asks for. */
record SmallCheckpoint(Map<String, Object> config, Map<String, Weight> weights) implements Checkpoint {

    /** A UNet of two resolutions whose sizes are no multiples of a vector. */
    static SmallCheckpoint unet() {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("block_out_channels", List.of(24, 40));
        config.put("down_block_types", List.of("CrossAttnDownBlock2D", "DownBlock2D"));
        config.put("up_block_types", List.of("UpBlock2D", "CrossAttnUpBlock2D"));
        config.put("layers_per_block", 1);
        config.put("attention_head_dim", 2);
        config.put("cross_attention_dim", 20);
        config.put("norm_num_groups", 4);
        SmallCheckpoint empty = new SmallCheckpoint(config, new LinkedHashMap<>());
        return empty.filled(UNetParameters.of(UNetConfiguration.of(empty)));
    }

    /** A text encoder of two layers. */
    static SmallCheckpoint text() {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("hidden_size", 24);
        config.put("intermediate_size", 40);
        config.put("num_hidden_layers", 2);
        config.put("num_attention_heads", 3);
        config.put("vocab_size", 50);
        config.put("max_position_embeddings", 77);
        config.put("eos_token_id", 49);
        SmallCheckpoint empty = new SmallCheckpoint(config, new LinkedHashMap<>());
        return empty.filled(ClipTextModel.parameters(empty));
    }

    private SmallCheckpoint filled(ParameterShapes shapes) {
        Random random = new Random(7);
        shapes.byName().forEach((name, shape) -> weights.put(name, random(random, shape)));
        return this;
    }

    private static Weight random(Random random, long[] shape) {
        int count = 1;
        for (long size : shape) {
            count *= Math.toIntExact(size);
        }
        double scale = shape.length == 1 ? 1 : Math.sqrt((double) shape[0] / count);
        ByteBuffer data = ByteBuffer.allocateDirect(count * Float.BYTES).order(ByteOrder.nativeOrder());
        for (int i = 0; i < count; i++) {
            data.putFloat(i * Float.BYTES, (float) (random.nextGaussian() * scale));
        }
        return new Weight("small.safetensors", Element.F32, shape, data);
    }

    SmallCheckpoint without(String name) {
        Map<String, Weight> fewer = new LinkedHashMap<>(weights);
        fewer.remove(name);
        return new SmallCheckpoint(config, fewer);
    }

    SmallCheckpoint with(String name, Weight weight) {
        Map<String, Weight> changed = new LinkedHashMap<>(weights);
        changed.put(name, weight);
        return new SmallCheckpoint(config, changed);
    }

    SmallCheckpoint configured(String key, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(config);
        changed.put(key, value);
        return new SmallCheckpoint(changed, weights);
    }

    @Override
    public String source() {
        return "small/unet";
    }

    @Override
    public Set<String> names() {
        return weights.keySet();
    }

    @Override
    public @Nullable Weight weight(String name) {
        return weights.get(name);
    }
}
