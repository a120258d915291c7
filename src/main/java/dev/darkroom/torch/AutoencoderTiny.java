package dev.darkroom.torch;

import ai.djl.pytorch.jni.IValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code AutoencoderTiny}, TAESD (https://github.com/madebyollin/taesd): a small approximation of the KL autoencoder.
 * It takes and gives the sampler's latents, already scaled. One thread at a time. Whoever opens it closes it.
 */
public final class AutoencoderTiny implements AutoCloseable {

    /** Intermediates of the widest layer that live at the same time. */
    private static final int LIVE_LAYERS = 4;

    private final Network network;
    private final Precision precision;
    private final int latentChannels;
    private final int factor;
    private final int width;

    private AutoencoderTiny(Network network, Precision precision, int latentChannels, int factor, int width) {
        this.network = network;
        this.precision = precision;
        this.latentChannels = latentChannels;
        this.factor = factor;
        this.width = width;
    }

    /**
     * Loads a checkpoint.
     *
     * @throws UnsupportedNetworkException if configuration or weights do not fit
     */
    public static AutoencoderTiny open(TorchEngine engine, Checkpoint checkpoint, Placement placement) {
        ParameterShapes shapes = parameters(checkpoint);
        ConfigValues c = new ConfigValues(checkpoint);
        List<Integer> encoder = c.wholes("num_encoder_blocks", 0, 0);
        List<Integer> decoder = c.wholes("num_decoder_blocks", 0, 0);
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        attributes.put("w", Attribute.tensors());
        attributes.put("dtype", Attribute.of(placement.precision().scalarType()));
        attributes.put("encoder_blocks", Attribute.whole(encoder));
        attributes.put("decoder_blocks", Attribute.whole(decoder));
        List<Integer> widths = c.wholes("decoder_block_out_channels", decoder.size(), 64);
        Network network =
                Network.open(engine, checkpoint, placement, "autoencoder_tiny.py", attributes, shapes, List.of());
        return new AutoencoderTiny(
                network,
                placement.precision(),
                c.whole("latent_channels", 4),
                1 << encoder.size() - 1,
                Collections.max(widths));
    }

    /**
     * The weights it needs.
     *
     * @throws UnsupportedNetworkException if the configuration is not supported
     */
    static ParameterShapes parameters(Checkpoint checkpoint) {
        ConfigValues c = new ConfigValues(checkpoint);
        c.require("act_fn", "relu");
        c.require("upsample_fn", "nearest");
        c.require("upsampling_scaling_factor", 2);
        List<Integer> encoder = c.wholes("num_encoder_blocks", 0, 0);
        List<Integer> decoder = c.wholes("num_decoder_blocks", 0, 0);
        int latent = c.whole("latent_channels", 4);
        ParameterShapes shapes = new ParameterShapes();
        encoder(shapes, encoder, c.wholes("encoder_block_out_channels", encoder.size(), 64), latent);
        decoder(shapes, decoder, c.wholes("decoder_block_out_channels", decoder.size(), 64), latent);
        return shapes;
    }

    /** A layer's number is its place in the sequence, parameterless layers counted. */
    private static void encoder(ParameterShapes shapes, List<Integer> blocks, List<Integer> widths, int latent) {
        int at = 0;
        for (int i = 0; i < blocks.size(); i++) {
            String conv = "encoder.layers." + at++;
            if (i == 0) {
                shapes.conv(conv, 3, widths.get(i), 3);
            } else {
                shapes.add(conv + ".weight", widths.get(i), widths.get(i), 3, 3);
            }
            for (int j = 0; j < blocks.get(i); j++) {
                block(shapes, "encoder.layers." + at++, widths.get(i));
            }
        }
        shapes.conv("encoder.layers." + at, widths.get(blocks.size() - 1), latent, 3);
    }

    private static void decoder(ParameterShapes shapes, List<Integer> blocks, List<Integer> widths, int latent) {
        shapes.conv("decoder.layers.0", latent, widths.get(0), 3);
        int at = 2;
        for (int i = 0; i < blocks.size(); i++) {
            for (int j = 0; j < blocks.get(i); j++) {
                block(shapes, "decoder.layers." + at++, widths.get(i));
            }
            boolean last = i + 1 == blocks.size();
            at += last ? 0 : 1;
            String conv = "decoder.layers." + at++;
            if (last) {
                shapes.conv(conv, widths.get(i), 3, 3);
            } else {
                shapes.add(conv + ".weight", widths.get(i), widths.get(i), 3, 3);
            }
        }
    }

    private static void block(ParameterShapes shapes, String path, int width) {
        for (int layer = 0; layer <= 4; layer += 2) {
            shapes.conv(path + ".conv." + layer, width, width, 3);
        }
    }

    /**
     * The latent of a picture.
     *
     * @param picture [3, height, width] flattened, -1 to 1
     * @return [latentChannels, height / factor, width / factor] flattened
     */
    public float[] encode(float[] picture, int height, int width, Wrap wrap) {
        return call("encode_tiled", wrap, picture, 3, height, width);
    }

    /**
     * The picture of a latent.
     *
     * @param latent [latentChannels, height, width] flattened
     * @param wrap along which directions its convolutions wrap around
     * @return [3, height * factor, width * factor] flattened, about -1 to 1, not clamped
     */
    public float[] decode(float[] latent, int height, int width, Wrap wrap) {
        return call("decode_tiled", wrap, latent, latentChannels, height, width);
    }

    /** The same with convolutions that pad with zeros. */
    public float[] encode(float[] picture, int height, int width) {
        return encode(picture, height, width, Wrap.NONE);
    }

    /** The same with convolutions that pad with zeros. */
    public float[] decode(float[] latent, int height, int width) {
        return decode(latent, height, width, Wrap.NONE);
    }

    private float[] call(String method, Wrap wrap, float[] input, int channels, int height, int width) {
        try (Tensors tensors = new Tensors(network.device());
                IValue x = IValue.from(tensors.floats(input, 1, channels, height, width));
                IValue tiling = IValue.from((long) wrap.code());
                IValue result = network.run(method, x, tiling)) {
            return tensors.floats(result);
        }
    }

    /** Channels of a latent. */
    public int latentChannels() {
        return latentChannels;
    }

    /** Pixels a latent position stands for, in each direction. */
    public int factor() {
        return factor;
    }

    /** Bytes of the weights in the compute precision. */
    public long weightBytes() {
        return network.weightBytes();
    }

    /** About how many bytes decoding to a picture of this size needs, weights not counted. */
    public long decodeBytes(int pictureHeight, int pictureWidth) {
        return (long) pictureHeight * pictureWidth * width * LIVE_LAYERS * precision.bytes();
    }

    @Override
    public void close() {
        network.close();
    }
}
