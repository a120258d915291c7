package dev.darkroom.torch;

import ai.djl.pytorch.jni.IValue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * {@code AutoencoderKL}: picture to the distribution of its latent, latent to picture (Rombach et al. 2022,
 * https://arxiv.org/abs/2112.10752). Latents are raw: {@code scaling_factor} and its kin are applied outside. One
 * thread at a time. Whoever opens it closes it.
 */
public final class AutoencoderKl implements AutoCloseable {

    /** Attention layers of files written before diffusers 0.17. */
    private static final Map<String, String> OLD_NAMES =
            Map.of(".to_q.", ".query.", ".to_k.", ".key.", ".to_v.", ".value.", ".to_out.0.", ".proj_attn.");

    /** Other names that its tensors may have. */
    static final List<UnaryOperator<String>> ALIASES = List.of(AutoencoderKl::oldName);

    private static final float MIN_LOG_VARIANCE = -30;
    private static final float MAX_LOG_VARIANCE = 20;

    private final Network network;
    private final AutoencoderKlConfiguration configuration;
    private final Precision precision;

    private AutoencoderKl(Network network, AutoencoderKlConfiguration configuration, Precision precision) {
        this.network = network;
        this.configuration = configuration;
        this.precision = precision;
    }

    /**
     * Loads a checkpoint's {@code vae}.
     *
     * @throws UnsupportedNetworkException if configuration or weights do not fit
     */
    public static AutoencoderKl open(TorchEngine engine, Checkpoint checkpoint, Placement placement) {
        AutoencoderKlConfiguration c = AutoencoderKlConfiguration.of(checkpoint);
        Network network = Network.open(
                engine,
                checkpoint,
                placement,
                "autoencoder_kl.py",
                c.attributes(placement.precision()),
                c.parameters(),
                ALIASES);
        return new AutoencoderKl(network, c, placement.precision());
    }

    private static String oldName(String name) {
        String old = name;
        for (Map.Entry<String, String> entry : OLD_NAMES.entrySet()) {
            old = old.replace(entry.getKey(), entry.getValue());
        }
        return old;
    }

    /**
     * The posterior of a picture's latent.
     *
     * @param picture [3, height, width] flattened, -1 to 1; height and width multiples of {@link #factor()}
     * @param wrap along which directions its convolutions wrap around
     */
    public Posterior encode(float[] picture, int height, int width, Wrap wrap) {
        long memory = decodeBytes(height, width);
        float[] moments =
                call(memory, "encode_tiled", wrap, new Planes(picture, configuration.inChannels(), height, width));
        int half = moments.length / 2;
        float[] logVariance = Arrays.copyOfRange(moments, half, moments.length);
        for (int i = 0; i < half; i++) {
            logVariance[i] = Math.min(MAX_LOG_VARIANCE, Math.max(MIN_LOG_VARIANCE, logVariance[i]));
        }
        return new Posterior(Arrays.copyOf(moments, half), logVariance);
    }

    /**
     * The picture of a raw latent.
     *
     * @param latent [latentChannels, height, width] flattened
     * @param wrap along which directions its convolutions wrap around
     * @return [3, height * factor, width * factor] flattened, about -1 to 1, not clamped
     */
    public float[] decode(float[] latent, int height, int width, Wrap wrap) {
        long memory = decodeBytes(height * factor(), width * factor());
        return call(memory, "decode_tiled", wrap, new Planes(latent, configuration.latentChannels(), height, width));
    }

    /** The same with convolutions that pad with zeros. */
    public Posterior encode(float[] picture, int height, int width) {
        return encode(picture, height, width, Wrap.NONE);
    }

    /** The same with convolutions that pad with zeros. */
    public float[] decode(float[] latent, int height, int width) {
        return decode(latent, height, width, Wrap.NONE);
    }

    private float[] call(long memory, String method, Wrap wrap, Planes input) {
        try (Tensors tensors = new Tensors(network.device());
                IValue x = IValue.from(tensors.floats(input.values, 1, input.channels, input.height, input.width));
                IValue tiling = IValue.from((long) wrap.code());
                IValue result = network.run(memory, method, x, tiling)) {
            return tensors.floats(result);
        }
    }

    /** Channels of a latent. */
    public int latentChannels() {
        return configuration.latentChannels();
    }

    /** Pixels a latent position stands for, in each direction. */
    public int factor() {
        return configuration.factor();
    }

    /** Bytes of the weights in the compute precision. */
    public long weightBytes() {
        return network.weightBytes();
    }

    /** About how many bytes decoding to a picture of this size needs, or encoding it, weights not counted. */
    public long decodeBytes(int pictureHeight, int pictureWidth) {
        return configuration.decodeNumbers(pictureHeight, pictureWidth) * precision.bytes();
    }

    @Override
    public void close() {
        network.close();
    }

    /** [channels, height, width] flattened. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Planes(float[] values, int channels, int height, int width) {

        Planes {
            if (values.length != channels * height * width) {
                throw new IllegalArgumentException(
                        values.length + " numbers given, not " + channels + "x" + height + "x" + width);
            }
        }
    }

    /**
     * A normal distribution for each number of a latent.
     *
     * @param mean [latentChannels, h, w] flattened
     * @param logVariance the same shape, -30 to 20
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Posterior(float[] mean, float[] logVariance) {

        /**
         * {@code mean + exp(logVariance / 2) * noise}.
         *
         * @param noise standard normal, as many numbers as the mean has
         */
        public float[] sample(float[] noise) {
            float[] sample = new float[mean.length];
            for (int i = 0; i < sample.length; i++) {
                sample[i] = mean[i] + (float) Math.exp(0.5 * logVariance[i]) * noise[i];
            }
            return sample;
        }
    }
}
