package dev.darkroom.pipeline;

import dev.darkroom.text.SteppedPrompt;
import dev.darkroom.torch.TextConditioning;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What an image is told at every network call. Thread-safe.
 *
 * @param weights of the parts of a composition
 * @param at the conditioning of each part at a call; equal answers are the same instances
 */
record Words(List<Double> weights, IntFunction<List<TextConditioning>> at) {

    /** A prompt. */
    static Words of(SteppedPrompt prompt) {
        return new Words(prompt.weights(), prompt::at);
    }

    /**
     * On the straight line between two prompts, which are padded to one length; at its ends exactly those prompts.
     *
     * @param share 0 to 1
     */
    static Words between(SteppedPrompt from, SteppedPrompt to, double share) {
        if (share == 0 || share == 1) {
            return of(share == 0 ? from : to);
        }
        int parts = from.weights().size();
        SteppedPrompt both = from.with(to);
        Map<List<TextConditioning>, List<TextConditioning>> known = new ConcurrentHashMap<>();
        return new Words(
                from.weights(), call -> known.computeIfAbsent(both.at(call), ends -> mixed(ends, parts, share)));
    }

    private static List<TextConditioning> mixed(List<TextConditioning> ends, int parts, double share) {
        return IntStream.range(0, parts)
                .mapToObj(i -> ends.get(i).towards(ends.get(parts + i), share))
                .toList();
    }

    /** Whether guidance has to weigh several directions. */
    boolean composed() {
        return weights.size() > 1 || weights.get(0) != 1;
    }

    /** The first part, or the only one. */
    TextConditioning first(int call) {
        return at.apply(call).get(0);
    }
}
