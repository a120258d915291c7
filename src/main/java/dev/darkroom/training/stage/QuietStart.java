package dev.darkroom.training.stage;

import dev.darkroom.torch.Learner.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Makes the last layer of every residual branch of a UNet zero, and its output as well, so that training begins with the
 * identity (Zhang et al. 2019, section 3, https://arxiv.org/abs/1901.09321).
 */
final class QuietStart {

    private static final List<String> LAST = List.of(".conv2.weight", ".proj_out.weight", "conv_out.weight");

    private QuietStart() {}

    static void apply(Map<String, Values> weights) {
        weights.forEach((name, value) -> {
            if (LAST.stream().anyMatch(name::endsWith)) {
                Arrays.fill(value.numbers(), 0);
            }
        });
    }
}
