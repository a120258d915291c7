package dev.darkroom.torch;

import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * {@code UNet2DConditionModel}: predicts noise, velocity or picture from a noisy latent, a timestep and a text (Rombach
 * et al. 2022, https://arxiv.org/abs/2112.10752). Stable Diffusion 1.x, 2.x, XL and their inpainting, editing and
 * distilled kinds. One thread at a time: the lane of its device. Whoever opens it closes it.
 */
public final class UNet2DCondition implements AutoCloseable {

    private final Network network;
    private final UNetConfiguration configuration;
    private final UNetCost cost;

    private UNet2DCondition(Network network, UNetConfiguration configuration, UNetCost cost) {
        this.network = network;
        this.configuration = configuration;
        this.cost = cost;
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
        return new UNet2DCondition(network, c, new UNetCost(c, placement.precision()));
    }

    /**
     * Computes what depends on the prompt alone. Do it once a prompt, use it in every step, then close it.
     *
     * @param text one row's conditioning
     */
    public UNetContext context(TextConditioning text) {
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

    /**
     * Evaluates rows, of one job or of many: timesteps and prompts may differ, token counts and sizes must not.
     * Neighbouring rows with one and the same {@code sample} array are one image's, conditional and unconditional.
     *
     * @param rows at least one; {@code sample} [in_channels, height, width]
     * @param height of the latent
     * @param width of the latent
     * @param batching whether a row's result may depend on other images' rows; on a GPU all rows are one batch
     * @return one prediction a row, [out_channels, height, width] flattened
     * @throws DeviceOutOfMemoryException if the device has no room; the network stays usable
     */
    public List<float[]> evaluate(List<UNetRow> rows, int height, int width, Batching batching) {
        rows.forEach(row -> check(row, rows.get(0), height, width));
        if (batching == Batching.THROUGHPUT || !network.device().isCpu()) {
            network.engine().useAllThreads();
            return batch(rows, height, width);
        }
        List<Callable<List<float[]>>> tasks = new ArrayList<>();
        for (List<UNetRow> own : cost.small(height, width) ? Rows.byImage(rows) : Rows.apart(rows)) {
            tasks.add(() -> batch(own, height, width));
        }
        return network.engine().sideBySide(tasks).stream().flatMap(List::stream).toList();
    }

    private List<float[]> batch(List<UNetRow> rows, int height, int width) {
        int size = configuration.inChannels() * height * width;
        float[] samples = new float[rows.size() * size];
        float[] timesteps = new float[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i).sample(), 0, samples, i * size, size);
            timesteps[i] = (float) rows.get(i).timestep();
        }
        try (Tensors tensors = new Tensors(network.device())) {
            tensors.put("sample", tensors.floats(samples, rows.size(), configuration.inChannels(), height, width));
            tensors.put("timesteps", tensors.floats(timesteps, rows.size()));
            IValue[] contexts = rows.stream().map(row -> row.context().values()).toArray(IValue[]::new);
            try (IValue inputs = tensors.dict();
                    IValue list = IValue.listFrom(contexts);
                    IValue result = network.runHere("forward", inputs, list)) {
                return Rows.split(tensors.floats(result), rows.size());
            }
        }
    }

    /** Channels of the input. */
    public int inChannels() {
        return configuration.inChannels();
    }

    /** Channels of the prediction. */
    public int outChannels() {
        return configuration.outChannels();
    }

    /** Width D of a text token. */
    public int contextWidth() {
        return configuration.contextWidth();
    }

    /** Width of the embedded guidance scale (LCM), 0 for none. */
    public int guidanceWidth() {
        return configuration.guidanceWidth();
    }

    /** Bytes of the weights in the compute precision. */
    public long weightBytes() {
        return network.weightBytes();
    }

    /** About how many bytes one row needs while it is evaluated, weights not counted. */
    public long rowBytes(int height, int width, int tokens) {
        return cost.rowBytes(height, width, tokens);
    }

    @Override
    public void close() {
        network.close();
    }

    private void check(UNetRow row, UNetRow first, int height, int width) {
        checkWidth("sample", row.sample().length, configuration.inChannels() * height * width);
        if (row.context().tokens() != first.context().tokens()) {
            throw new IllegalArgumentException("rows of one batch have different token counts: "
                    + first.context().tokens() + " and " + row.context().tokens());
        }
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
