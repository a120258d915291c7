package dev.darkroom.training.run;

import dev.darkroom.torch.Precision;
import java.util.Map;

/**
 * What a checkpoint says beside tensors.
 *
 * @param step updates done
 * @param seconds of training, over all parts
 * @param position of the next batch in its source
 * @param pictures seen
 */
record RunState(long step, double seconds, long position, double pictures) {

    static final RunState BEGINNING = new RunState(0, 0, 0, 0);

    Map<String, String> metadata(String stage, Precision precision) {
        return Map.of(
                "stage", stage,
                "precision", precision.name(),
                "step", Long.toString(step),
                "seconds", Double.toString(seconds),
                "position", Long.toString(position),
                "pictures", Double.toString(pictures));
    }

    static RunState of(Map<String, String> metadata) {
        return new RunState(
                Long.parseLong(metadata.getOrDefault("step", "0")),
                Double.parseDouble(metadata.getOrDefault("seconds", "0")),
                Long.parseLong(metadata.getOrDefault("position", "0")),
                Double.parseDouble(metadata.getOrDefault("pictures", "0")));
    }
}
