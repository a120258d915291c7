package dev.darkroom.torch;

import ai.djl.pytorch.jni.IValue;
import java.util.List;

/**
 * {@code UNet2DModel}: denoises pictures themselves, without a text; a class may steer it (Ho et al. 2020,
 * https://arxiv.org/abs/2006.11239).
 */
public final class UNet2D implements UNet {

    static final String CLASS_NAME = "UNet2DModel";

    private final Network network;
    private final UNet2DConfiguration configuration;
    private final UNetCost cost;
    private final RowEvaluation evaluation;

    private UNet2D(Network network, UNet2DConfiguration configuration, UNetCost cost) {
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
    public static UNet2D open(TorchEngine engine, Checkpoint checkpoint, Placement placement) {
        UNet2DConfiguration c = UNet2DConfiguration.of(checkpoint);
        Network network = Network.open(
                engine,
                checkpoint,
                placement,
                "unet2d.py",
                c.attributes(placement.precision()),
                c.parameters(),
                List.of());
        return new UNet2D(network, c, c.cost(placement.precision()));
    }

    /**
     * What depends on the class alone, for a network without classes nothing. Close it after its last step.
     *
     * @param label 0 to {@link #classes()} - 1; of no meaning where there are no classes
     * @throws IllegalArgumentException if there is no such class
     */
    public UNetContext context(int label) {
        if (classes() > 0 && (label < 0 || label >= classes())) {
            throw new IllegalArgumentException("class " + label + ": this model has 0 to " + (classes() - 1));
        }
        try (Tensors tensors = new Tensors(network.device())) {
            if (classes() > 0) {
                tensors.put("labels", tensors.floats(new float[] {label}, 1));
            }
            try (IValue inputs = tensors.dict()) {
                return new UNetContext(network.run("context", inputs), 0);
            }
        }
    }

    @Override
    public UNetContext context(Condition condition) {
        if (!(condition instanceof ClassLabel label)) {
            throw new IllegalArgumentException("this network draws a class, not what a text says");
        }
        return context(label.number());
    }

    /** Number of classes; 0 for none. */
    public int classes() {
        return configuration.classes();
    }

    /** Side of the pictures that it was trained on. */
    public int sampleSize() {
        return configuration.sampleSize();
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
}
