package dev.darkroom.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a training run is told. {@code docs/training.md} and the files under {@code training/} in the jar describe every
 * key; a missing key has the value that stands there.
 *
 * @param stage which network learns
 * @param folder where checkpoint, log, curves and samples lie; made if it is missing
 * @param seed of everything random
 * @param threads of the engine; 0 is one a core
 * @param device cpu, cuda:N or auto
 * @param precision that networks compute in: auto, fp32, bf16; masters are fp32 always
 * @param data where examples come from, one key: the kind of source
 * @param size side of a square training picture, pixels
 * @param buckets other sizes of training pictures, where a stage takes such
 * @param batch pictures whose gradients are computed at once
 * @param accumulate batches an update
 * @param length when it ends
 * @param saving how often something is written
 * @param optimizer how weights move
 * @param network {@code config.json} of the network that learns
 * @param objective what the stage itself is told
 * @param scheduler {@code scheduler_config.json} of the noise, where there is any
 */
public record TrainingSettings(
        String stage,
        Path folder,
        long seed,
        int threads,
        String device,
        String precision,
        Map<String, Object> data,
        int size,
        @Nullable Buckets buckets,
        int batch,
        int accumulate,
        Length length,
        Saving saving,
        OptimizerSettings optimizer,
        Map<String, Object> network,
        Map<String, Object> objective,
        Map<String, Object> scheduler) {

    public TrainingSettings {
        require(batch > 0 && accumulate > 0, "batch and accumulate are at least 1");
        require(size > 0 && size % 8 == 0, "size is a multiple of 8");
        require(
                length.steps() > 0 || length.minutes() > 0,
                "length has steps or minutes; with both, the first one ends it");
        require(data.size() == 1, "data names one source");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new UnusableSettingsException(message);
        }
    }

    /**
     * Sizes beside the square of {@code size}.
     *
     * @param share of the pictures that have one of them; 0 for none
     * @param sides of squares around whose area they lie; empty for {@code size}
     * @param elongated the longer side over the shorter one, at most; 1 for squares alone
     * @param multiple all their sides are multiples of it
     */
    public record Buckets(double share, List<Integer> sides, double elongated, int multiple) {

        public Buckets {
            require(multiple > 0 && multiple % 8 == 0, "buckets.multiple is a multiple of 8");
            sides = List.copyOf(sides);
        }
    }

    /**
     * When training ends.
     *
     * @param steps updates; 0 for any number
     * @param minutes of training, over all resumed parts; 0 for any number. The curve then depends on the machine's speed
     */
    public record Length(long steps, double minutes) {}

    /**
     * How often something is written.
     *
     * @param checkpointMinutes between checkpoints
     * @param sampleMinutes between evaluations with samples
     * @param logSteps updates a line of the log
     */
    public record Saving(double checkpointMinutes, double sampleMinutes, int logSteps) {}

    /**
     * How weights move.
     *
     * @param kind adamw, or muon for matrices and AdamW for the rest
     * @param rate largest learning rate
     * @param warmUp updates in which the rate rises from 0
     * @param flat share of the training after which the rate falls along a cosine
     * @param floor what it falls to, as a share of {@code rate}
     * @param beta1 of AdamW
     * @param beta2 of AdamW
     * @param decay weight decay of matrices and convolutions
     * @param clip largest norm of the gradient; 0 for any
     * @param average largest decays of moving averages of the weights, of which the best is kept
     */
    public record OptimizerSettings(
            String kind,
            double rate,
            int warmUp,
            double flat,
            double floor,
            double beta1,
            double beta2,
            double decay,
            double clip,
            List<Double> average) {

        public OptimizerSettings {
            require(
                    !average.isEmpty() && average.stream().allMatch(share -> share >= 0 && share < 1),
                    "optimizer.average is a number from 0 to 1, or a list of such");
            average = List.copyOf(average);
        }
    }
}
