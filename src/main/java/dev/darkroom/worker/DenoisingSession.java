package dev.darkroom.worker;

import dev.darkroom.denoise.guidance.Network;
import dev.darkroom.torch.UNetRow;
import java.util.List;

/**
 * The UNet of a leased model for one image's loop: evaluations go to the lane and are merged with those of other loops.
 * Used by one thread. Close it when the loop ends, so that batches no longer wait for it.
 */
public final class DenoisingSession implements Network<PreparedPrompt>, AutoCloseable {

    private final Lane lane;
    private final BatchKey key;
    private final int height;
    private final int width;

    DenoisingSession(Lane lane, BatchKey key, int height, int width) {
        this.lane = lane;
        this.key = key;
        this.height = height;
        this.width = width;
        lane.join(key);
    }

    /**
     * @throws LaneInterruptedException if the thread is interrupted while it waits
     * @throws dev.darkroom.torch.DeviceOutOfMemoryException if even this image's rows alone do not fit
     */
    @Override
    public List<float[]> evaluate(float[] input, double timestep, List<PreparedPrompt> conditions) {
        List<BatchedNetwork.Row> rows = conditions.stream()
                .<BatchedNetwork.Row>map(
                        prompt -> new LatentRow(new UNetRow(input, timestep, prompt.context()), height, width))
                .toList();
        try {
            return lane.evaluate(new Evaluation(key, rows));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LaneInterruptedException(interrupted);
        }
    }

    @Override
    public void close() {
        lane.leave(key);
    }
}
