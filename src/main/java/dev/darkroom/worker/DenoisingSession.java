package dev.darkroom.worker;

import dev.darkroom.denoise.guidance.Network;
import dev.darkroom.denoise.noise.LatentShape;
import dev.darkroom.torch.UNetRow;
import dev.darkroom.torch.Wrap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * The UNet of a leased model for one image's loop: evaluations go to the lane and are merged with those of other loops.
 * Rows of equal token counts are one evaluation; prompts of different lengths are evaluated one length after the other.
 * Used by one thread. Close it when the loop ends, so that batches no longer wait for it.
 */
public final class DenoisingSession implements Network<PreparedCondition>, AutoCloseable {

    private final Lane lane;
    private final IntFunction<BatchKey> keys;
    private final LatentShape shape;
    private final Map<Integer, BatchKey> known = new HashMap<>();
    private final Set<BatchKey> joined = new HashSet<>();

    /**
     * @param keys what evaluations may be merged with, by their number of tokens
     * @param tokens of the conditions that it begins with
     * @param shape of the latent
     */
    DenoisingSession(Lane lane, IntFunction<BatchKey> keys, int tokens, LatentShape shape) {
        this.lane = lane;
        this.keys = keys;
        this.shape = shape;
        use(Set.of(known.computeIfAbsent(tokens, keys::apply)));
    }

    /**
     * @throws LaneInterruptedException if the thread is interrupted while it waits
     * @throws dev.darkroom.torch.DeviceOutOfMemoryException if even this image's rows alone do not fit
     */
    @Override
    public List<float[]> evaluate(float[] input, double timestep, List<PreparedCondition> conditions) {
        return evaluate(Collections.nCopies(conditions.size(), input), timestep, conditions);
    }

    /**
     * The same with an input for each row; rows that are to share work hold one and the same array.
     *
     * @param inputs [in_channels, height, width] each
     */
    public List<float[]> evaluate(List<float[]> inputs, double timestep, List<PreparedCondition> conditions) {
        Map<BatchKey, List<Integer>> rows = new LinkedHashMap<>();
        for (int i = 0; i < conditions.size(); i++) {
            BatchKey key = known.computeIfAbsent(conditions.get(i).tokens(), keys::apply);
            rows.computeIfAbsent(key, same -> new ArrayList<>()).add(i);
        }
        use(rows.keySet());
        List<float[]> outputs = new ArrayList<>(inputs);
        rows.forEach((key, indices) -> {
            int most = Math.max(1, key.maxRows());
            for (int from = 0; from < indices.size(); from += most) {
                List<Integer> part = indices.subList(from, Math.min(indices.size(), from + most));
                List<float[]> answers = evaluate(
                        key,
                        part.stream()
                                .map(i -> row(inputs.get(i), timestep, conditions.get(i), key.wrap()))
                                .toList());
                for (int i = 0; i < answers.size(); i++) {
                    outputs.set(part.get(i), answers.get(i));
                }
            }
        });
        return outputs;
    }

    private BatchedNetwork.Row row(float[] input, double timestep, PreparedCondition prompt, Wrap wrap) {
        return new LatentRow(new UNetRow(input, timestep, prompt.context()), shape.height(), shape.width(), wrap);
    }

    private List<float[]> evaluate(BatchKey key, List<BatchedNetwork.Row> rows) {
        try {
            return lane.evaluate(new Evaluation(key, rows));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LaneInterruptedException(interrupted);
        }
    }

    /** Tells the lane under which keys this loop will come again. */
    private void use(Set<BatchKey> current) {
        for (BatchKey key : List.copyOf(joined)) {
            if (!current.contains(key)) {
                joined.remove(key);
                lane.leave(key);
            }
        }
        for (BatchKey key : current) {
            if (joined.add(key)) {
                lane.join(key);
            }
        }
    }

    @Override
    public void close() {
        use(Set.of());
    }
}
