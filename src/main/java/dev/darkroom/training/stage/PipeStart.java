package dev.darkroom.training.stage;

import dev.darkroom.torch.Learner.Values;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns an autoencoder's first weights into a pipe: residual branches add nothing yet, down-sampling averages,
 * up-sampling repeats, and the posterior is narrow. It reconstructs coarsely from the first update on, where a random
 * start has to find that first.
 */
final class PipeStart {

    private static final float FIRST_LOG_VARIANCE = -6;
    private static final int KERNEL = 9;

    private PipeStart() {}

    static void apply(Map<String, Values> weights) {
        weights.forEach((name, value) -> {
            if (name.endsWith(".conv2.weight")) {
                Arrays.fill(value.numbers(), 0);
            } else if (name.endsWith("downsamplers.0.conv.weight")) {
                kernels(value, 0.25f, 0, 1, 3, 4);
            } else if (name.endsWith("upsamplers.0.conv.weight")) {
                kernels(value, 1, 4);
            }
        });
        String last = weights.containsKey("quant_conv.bias") ? "quant_conv" : "encoder.conv_out";
        narrow(weights.get(last + ".weight"), weights.get(last + ".bias"));
    }

    /** Each channel to itself, with a weight at some taps of the 3x3 kernel. */
    private static void kernels(Values value, float weight, int... taps) {
        Arrays.fill(value.numbers(), 0);
        int in = Math.toIntExact(value.shape()[1]);
        for (int channel = 0; channel < value.shape()[0]; channel++) {
            for (int tap : taps) {
                value.numbers()[(channel * in + channel) * KERNEL + tap] = weight;
            }
        }
    }

    private static void narrow(@Nullable Values weight, @Nullable Values bias) {
        if (weight == null || bias == null) {
            throw new IllegalStateException("an autoencoder ends in a convolution with a bias");
        }
        Arrays.fill(weight.numbers(), weight.numbers().length / 2, weight.numbers().length, 0);
        Arrays.fill(bias.numbers(), bias.numbers().length / 2, bias.numbers().length, FIRST_LOG_VARIANCE);
    }
}
