package dev.darkroom.torch;

import ai.djl.pytorch.jni.IValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code UNet2DConditionModel}: predicts noise, velocity or picture from a noisy latent, a timestep and a text (Rombach
 * et al. 2022, https://arxiv.org/abs/2112.10752). Stable Diffusion 1.x, 2.x, XL and their inpainting, editing and
 * distilled kinds. One thread at a time: the lane of its device. Whoever opens it closes it.
 */
public final class UNet2DCondition implements UNet {

    private final Network network;
    private final UNetConfiguration configuration;
    private final UNetCost cost;
    private final RowEvaluation evaluation;

    private UNet2DCondition(Network network, UNetConfiguration configuration, UNetCost cost) {
        this.network = network;
        this.configuration = configuration;
        this.cost = cost;
        this.evaluation = new RowEvaluation(network, configuration.inChannels(), cost);
    }

    /**
     * Loads a checkpoint's {@code unet}.
     *
     * @throws UnsupportedNetworkException if configuration or weights do not fit; nothing native has seen them then
     */
    public static UNet2DCondition open(TorchEngine engine, Checkpoint checkpoint, Placement placement) {
        UNetConfiguration c = UNetConfiguration.of(checkpoint);
        Network network = Network.open(
                engine,
                checkpoint,
                placement,
                "unet2d_condition.py",
                c.attributes(placement.precision()),
                UNetParameters.of(c),
                List.of());
        return new UNet2DCondition(network, c, c.cost(placement.precision()));
    }

    @Override
    public UNetContext context(Condition condition) {
        if (!(condition instanceof TextConditioning text)) {
            throw new IllegalArgumentException("this network draws what a text says, not " + condition);
        }
        checkWidth("text tokens", text.hidden().length, text.tokens() * configuration.contextWidth());
        try (Tensors tensors = new Tensors(network.device())) {
            tensors.put("text", tensors.floats(text.hidden(), 1, text.tokens(), configuration.contextWidth()));
            putRow(tensors, "mask", text.mask());
            if (configuration.addedWidth() > 0) {
                putRow(tensors, "pooled", needed(text.pooled(), "a pooled text embedding"));
                putRow(tensors, "time_ids", needed(text.timeIds(), "time ids"));
            }
            if (configuration.guidanceWidth() > 0) {
                putRow(tensors, "guidance", needed(text.guidance(), "an embedded guidance scale"));
            }
            try (IValue inputs = tensors.dict()) {
                return new UNetContext(network.run("context", inputs), text.tokens());
            }
        }
    }

    @Override
    public List<float[]> evaluate(List<UNetRow> rows, int height, int width, Wrap wrap, Batching batching) {
        return evaluation.evaluate(rows, height, width, wrap, batching);
    }

    @Override
    public int inChannels() {
        return configuration.inChannels();
    }

    @Override
    public int outChannels() {
        return configuration.outChannels();
    }

    /** Width D of a text token. */
    public int contextWidth() {
        return configuration.contextWidth();
    }

    @Override
    public int guidanceWidth() {
        return configuration.guidanceWidth();
    }

    @Override
    public long weightBytes() {
        return network.weightBytes();
    }

    @Override
    public long rowBytes(int height, int width, int tokens) {
        return cost.rowBytes(height, width, tokens);
    }

    @Override
    public void close() {
        network.close();
    }

    private static void checkWidth(String what, int actual, int expected) {
        if (actual != expected) {
            throw new IllegalArgumentException(what + ": " + actual + " numbers given, " + expected + " needed");
        }
    }

    private static void putRow(Tensors tensors, String name, float @Nullable [] values) {
        if (values != null) {
            tensors.put(name, tensors.floats(values, 1, values.length));
        }
    }

    private static float[] needed(float @Nullable [] values, String what) {
        if (values == null) {
            throw new IllegalArgumentException("this UNet needs " + what);
        }
        return values;
    }
}
