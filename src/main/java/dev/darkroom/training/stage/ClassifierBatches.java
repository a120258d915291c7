package dev.darkroom.training.stage;

import dev.darkroom.torch.Learner.Values;
import dev.darkroom.training.TrainingSettings;
import dev.darkroom.training.data.Example;
import dev.darkroom.training.data.ExampleReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Pictures, most of them distorted, with the labels of all attributes. */
final class ClassifierBatches implements Stage.Batches {

    private static final int CHANNELS = 3;

    private final TrainingSettings settings;
    private final Distortion distortion;
    private final int side;
    private final Attributes attributes;
    private final ExampleReader reader;

    /** @param side of the pictures that the network looks at */
    ClassifierBatches(
            TrainingSettings settings, Distortion distortion, int side, Attributes attributes, ExampleReader reader) {
        this.settings = settings;
        this.distortion = distortion;
        this.side = side;
        this.attributes = attributes;
        this.reader = reader;
    }

    @Override
    public Stage.Batch next(long number) throws IOException {
        SplittableRandom random = BatchRandom.of(settings.seed(), number);
        int rows = settings.batch();
        int length = CHANNELS * side * side;
        float[] pictures = new float[rows * length];
        Map<String, float[]> labels = new LinkedHashMap<>();
        attributes.values().keySet().forEach(name -> labels.put(name, new float[rows]));
        for (int row = 0; row < rows; row++) {
            Example example = HeldBack.trained(reader);
            float[] picture = PictureShape.square(example.picture(), side);
            System.arraycopy(distortion.apply(picture, side, random), 0, pictures, row * length, length);
            Caption caption = Caption.of(example);
            for (Map.Entry<String, float[]> label : labels.entrySet()) {
                label.getValue()[row] = attributes.label(label.getKey(), caption);
            }
        }
        Map<String, Values> tensors = new LinkedHashMap<>();
        tensors.put("picture", new Values(pictures, rows, CHANNELS, side, side));
        labels.forEach((name, numbers) -> tensors.put("label." + name, new Values(numbers, rows)));
        return new Stage.Batch(tensors, rows, reader.position());
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
