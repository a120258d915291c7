package dev.darkroom.training.stage;

import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.torch.Learner.Values;
import dev.darkroom.training.TrainingSettings;
import dev.darkroom.training.data.Example;
import dev.darkroom.training.data.ExampleReader;
import dev.darkroom.training.stage.Stage.Batch;
import dev.darkroom.training.stage.Stage.Batches;
import java.io.IOException;
import java.util.Map;
import java.util.SplittableRandom;

/** Noisy pictures with their targets and classes. */
final class PixelBatches implements Batches {

    private final TrainingSettings settings;
    private final PixelSettings own;
    private final NoisePlan plan;
    private final PixelData data;
    private final ExampleReader reader;

    PixelBatches(TrainingSettings settings, PixelSettings own, NoisePlan plan, PixelData data, ExampleReader reader) {
        this.settings = settings;
        this.own = own;
        this.plan = plan;
        this.data = data;
        this.reader = reader;
    }

    @Override
    public Batch next(long number) throws IOException {
        SplittableRandom random = BatchRandom.of(settings.seed(), number);
        int rows = settings.batch();
        NoisyRows noisy = new NoisyRows(
                plan,
                rows,
                data.space().channels(),
                data.size().height(),
                data.size().width());
        float[] classes = new float[rows];
        for (int row = 0; row < rows; row++) {
            Example example = HeldBack.trained(reader);
            NoiseLevel level = plan.draw(random);
            noisy.put(row, data.clean(example), BatchRandom.normal(random, data.values()), level);
            boolean hidden = random.nextDouble() < own.unlabelled();
            classes[row] = hidden ? data.labels().hidden() : data.label(example);
        }
        Map<String, Values> tensors = noisy.tensors();
        if (data.labels().count() > 0) {
            tensors.put("labels", new Values(classes, rows));
        }
        return new Batch(tensors, rows, reader.position());
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
