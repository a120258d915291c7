package dev.darkroom.training.stage;

import dev.darkroom.torch.Learner;
import dev.darkroom.torch.Learner.Values;
import dev.darkroom.torch.Objective;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** One kind of training. One thread at a time. */
public interface Stage extends AutoCloseable {

    /** The networks and their loss. */
    Objective objective();

    /** First weights by name, a function of the seed. */
    Map<String, Values> weights();

    /** Weights by name that take part and do not learn; empty for most stages. */
    default Map<String, Values> frozen() {
        return Map.of();
    }

    /** How a weight is updated. */
    Learner.Traits traits(String name, long[] shape);

    /**
     * Batches from a position on.
     *
     * @param position 0, or what a batch said
     * @throws IOException if the source of pictures is gone
     */
    Batches open(long position) throws IOException;

    /**
     * Measures the averaged weights on pictures that are never trained on, and draws a sample.
     *
     * @param averages weights by name
     * @param sample a PNG to write
     * @return figures by name
     */
    Map<String, Double> evaluate(Map<String, float[]> averages, Path sample) throws IOException;

    /** What weights are chosen by: the more the better. */
    double quality(Map<String, Double> figures);

    /** Writes the averaged weights as networks that others load, below the run's folder. */
    void export(Map<String, float[]> averages, Path folder, Map<String, Object> facts) throws IOException;

    @Override
    void close() throws IOException;

    /** Batches in order. For one thread. */
    interface Batches extends AutoCloseable {

        /**
         * The next batch: a function of position and number.
         *
         * @param number how many batches there were since the beginning of the training
         */
        Batch next(long number) throws IOException;

        @Override
        void close() throws IOException;
    }

    /**
     * What the gradients of one step are computed from.
     *
     * @param tensors by the names that the loss asks for
     * @param pictures how many whole pictures it stands for
     * @param position where the next batch begins
     */
    record Batch(Map<String, Values> tensors, double pictures, long position) {}
}
