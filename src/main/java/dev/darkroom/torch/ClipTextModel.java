package dev.darkroom.torch;

import ai.djl.pytorch.jni.IValue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * {@code CLIPTextModel} and {@code CLIPTextModelWithProjection} (Radford et al. 2021,
 * https://arxiv.org/abs/2103.00020): token ids to hidden states. One thread at a time. Whoever opens it closes it.
 */
public final class ClipTextModel implements AutoCloseable {

    /** Old configurations say 2 whatever the vocabulary is: then the largest id is the end of the text. */
    private static final int OLD_EOS = 2;

    /** Other names that its tensors may have. */
    static final List<UnaryOperator<String>> ALIASES = List.of(name -> "text_model." + name);

    private final Network network;
    private final Size size;

    private ClipTextModel(Network network, Size size) {
        this.network = network;
        this.size = size;
    }

    /**
     * Loads a checkpoint's {@code text_encoder} or {@code text_encoder_2}.
     *
     * @throws UnsupportedNetworkException if configuration or weights do not fit
     */
    public static ClipTextModel open(TorchEngine engine, Checkpoint checkpoint, Placement placement) {
        ParameterShapes shapes = parameters(checkpoint);
        Map<String, Attribute> attributes = attributes(checkpoint, placement.precision());
        Network network = Network.open(engine, checkpoint, placement, "clip_text.py", attributes, shapes, ALIASES);
        return new ClipTextModel(network, Size.of(new ConfigValues(checkpoint)));
    }

    /** What its source is configured by. */
    static Map<String, Attribute> attributes(Checkpoint checkpoint, Precision precision) {
        ConfigValues c = new ConfigValues(checkpoint);
        return Map.of(
                "w", Attribute.tensors(),
                "dtype", Attribute.of(precision.scalarType()),
                "layers", Attribute.of(Size.of(c).layers()),
                "heads", Attribute.of(c.whole("num_attention_heads", 8)),
                "quick_gelu", Attribute.of(activation(c).equals("quick_gelu")),
                "eps", Attribute.of(c.real("layer_norm_eps", 1e-5)));
    }

    /**
     * The weights it needs.
     *
     * @throws UnsupportedNetworkException if the configuration is not supported
     */
    static ParameterShapes parameters(Checkpoint checkpoint) {
        ConfigValues c = new ConfigValues(checkpoint);
        String activation = activation(c);
        if (!activation.equals("quick_gelu") && !activation.equals("gelu")) {
            throw c.unusable("hidden_act", activation, "quick_gelu or gelu");
        }
        boolean projected = checkpoint.names().contains("text_projection.weight");
        return parameters(
                Size.of(c), c.whole("intermediate_size", 2048), projected ? c.whole("projection_dim", 512) : 0);
    }

    private static String activation(ConfigValues c) {
        return c.text("hidden_act", "quick_gelu");
    }

    private static ParameterShapes parameters(Size size, int inner, int projection) {
        ParameterShapes shapes = new ParameterShapes();
        shapes.add("embeddings.token_embedding.weight", size.vocabulary(), size.width());
        shapes.add("embeddings.position_embedding.weight", size.positions(), size.width());
        for (int i = 0; i < size.layers(); i++) {
            String p = "encoder.layers." + i;
            for (String layer : List.of("q_proj", "k_proj", "v_proj", "out_proj")) {
                shapes.linear(p + ".self_attn." + layer, size.width(), size.width());
            }
            shapes.norm(p + ".layer_norm1", size.width()).norm(p + ".layer_norm2", size.width());
            shapes.linear(p + ".mlp.fc1", size.width(), inner).linear(p + ".mlp.fc2", inner, size.width());
        }
        shapes.norm("final_layer_norm", size.width());
        return projection > 0 ? shapes.matrix("text_projection", size.width(), projection) : shapes;
    }

    /**
     * Encodes one row of token ids.
     *
     * @param ids at most {@link #positions()} ids, each within the vocabulary
     * @param skip how many of the last layers are left out; 0 is none, at most the number of layers
     * @param normed whether the final layer norm is applied to the hidden states
     * @throws IllegalArgumentException if there are too many ids or one is outside the vocabulary
     */
    public Encoded encode(int[] ids, int skip, boolean normed) {
        check(ids, skip);
        long[] row = new long[ids.length];
        for (int i = 0; i < ids.length; i++) {
            row[i] = ids[i];
        }
        try (Tensors tensors = new Tensors(network.device());
                IValue tokens = IValue.from(tensors.longs(row, 1, row.length));
                IValue end = IValue.from(tensors.longs(new long[] {endOfText(ids)}, 1));
                IValue skipped = IValue.from((long) skip);
                IValue norm = IValue.from(normed);
                IValue result = network.run("forward", tokens, end, skipped, norm)) {
            Map<String, IValue> parts = result.toIValueMap();
            IValue projected = parts.get("projected");
            try {
                return new Encoded(
                        tensors.floats(Objects.requireNonNull(parts.get("hidden"))),
                        tensors.floats(Objects.requireNonNull(parts.get("pooled"))),
                        projected == null ? null : tensors.floats(projected));
            } finally {
                parts.values().forEach(IValue::close);
            }
        }
    }

    private int endOfText(int[] ids) {
        int at = 0;
        for (int i = 0; i < ids.length; i++) {
            if (size.endOfText() == OLD_EOS ? ids[i] > ids[at] : ids[i] == size.endOfText()) {
                at = i;
                if (size.endOfText() != OLD_EOS) {
                    return at;
                }
            }
        }
        return at;
    }

    private void check(int[] ids, int skip) {
        if (ids.length < 1 || ids.length > size.positions()) {
            throw new IllegalArgumentException(ids.length + " tokens given, 1 to " + size.positions() + " allowed");
        }
        if (skip < 0 || skip > size.layers()) {
            throw new IllegalArgumentException("clip_skip " + skip + " is not within 0 to " + size.layers());
        }
        for (int id : ids) {
            if (id < 0 || id >= size.vocabulary()) {
                throw new IllegalArgumentException("token " + id + " is not within the vocabulary of "
                        + size.vocabulary() + "; tokenizer and text encoder do not belong together");
            }
        }
    }

    /** Width of a hidden state. */
    public int width() {
        return size.width();
    }

    /** The most tokens of one row. */
    public int positions() {
        return size.positions();
    }

    /** Bytes of the weights in the compute precision. */
    public long weightBytes() {
        return network.weightBytes();
    }

    @Override
    public void close() {
        network.close();
    }

    /**
     * What one row of tokens became.
     *
     * @param hidden hidden states, [tokens, width] flattened
     * @param pooled the last layer's normed state at the end of the text, [width]
     * @param projected {@code pooled} through the projection, [projection]; null without one
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Encoded(float[] hidden, float[] pooled, float @Nullable [] projected) {}

    private record Size(int width, int layers, int vocabulary, int positions, int endOfText) {

        static Size of(ConfigValues c) {
            return new Size(
                    c.whole("hidden_size", 512),
                    c.whole("num_hidden_layers", 12),
                    c.whole("vocab_size", 49408),
                    c.whole("max_position_embeddings", 77),
                    c.whole("eos_token_id", OLD_EOS));
        }
    }
}
