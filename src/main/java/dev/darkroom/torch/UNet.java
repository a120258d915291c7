package dev.darkroom.torch;

import java.util.List;

/**
 * A denoising network: predicts noise, velocity or picture from a noisy sample, a timestep and a context. One thread at
 * a time: the lane of its device. Whoever opens it closes it.
 */
public interface UNet extends AutoCloseable {

    /**
     * Loads a checkpoint's {@code unet}, whichever kind it is.
     *
     * @throws UnsupportedNetworkException if configuration or weights do not fit; nothing native has seen them then
     */
    static UNet open(TorchEngine engine, Checkpoint checkpoint, Placement placement) {
        return UNet2D.CLASS_NAME.equals(checkpoint.config().get("_class_name"))
                ? UNet2D.open(engine, checkpoint, placement)
                : UNet2DCondition.open(engine, checkpoint, placement);
    }

    /**
     * Computes what depends on the condition alone. Do it once a condition, use it in every step, then close it.
     *
     * @throws IllegalArgumentException if the network is conditioned on something else
     */
    UNetContext context(Condition condition);

    /**
     * Evaluates rows, of one job or of many: timesteps and contexts may differ, token counts and sizes must not.
     * Neighbouring rows with one and the same {@code sample} array are one image's, conditional and unconditional.
     *
     * @param rows at least one; {@code sample} [in_channels, height, width]
     * @param height of the sample
     * @param width of the sample
     * @param wrap along which directions its convolutions wrap around
     * @param batching whether a row's result may depend on other images' rows; on a GPU all rows are one batch
     * @return one prediction a row, [out_channels, height, width] flattened
     * @throws DeviceOutOfMemoryException if the device has no room; the network stays usable
     */
    List<float[]> evaluate(List<UNetRow> rows, int height, int width, Wrap wrap, Batching batching);

    /** The same with convolutions that pad with zeros. */
    default List<float[]> evaluate(List<UNetRow> rows, int height, int width, Batching batching) {
        return evaluate(rows, height, width, Wrap.NONE, batching);
    }

    /** Channels of the input. */
    int inChannels();

    /** Channels of the prediction. */
    int outChannels();

    /** Width of the embedded guidance scale that it was distilled with (LCM), 0 for none. */
    default int guidanceWidth() {
        return 0;
    }

    /** Bytes of the weights in the compute precision. */
    long weightBytes();

    /** About how many bytes one row needs while it is evaluated, weights not counted. */
    long rowBytes(int height, int width, int tokens);

    @Override
    void close();
}
