package dev.darkroom.training.stage;

import dev.darkroom.generation.Size;
import dev.darkroom.torch.Learner.Values;
import dev.darkroom.training.TrainingSettings;
import dev.darkroom.training.data.ExampleReader;
import dev.darkroom.training.stage.Stage.Batch;
import dev.darkroom.training.stage.Stage.Batches;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Whole pictures or crops, with the noise of their latents. */
final class AutoencoderBatches implements Batches {

    private static final int CHANNELS = 3;

    /** That are cut from one picture: drawing costs less than learning, and different pictures teach more. */
    private static final int CROPS = 2;

    /** A latent is resized to between this share of its side and all of it. */
    private static final double SMALLEST = 0.5;

    private final TrainingSettings settings;
    private final AutoencoderSettings own;
    private final int latentChannels;
    private final int factor;
    private final ExampleReader reader;

    /** @param network config of the autoencoder */
    AutoencoderBatches(
            TrainingSettings settings, AutoencoderSettings own, Map<String, Object> network, ExampleReader reader) {
        this.settings = settings;
        this.own = own;
        this.latentChannels = network.get("latent_channels") instanceof Number n ? n.intValue() : 4;
        this.factor = network.get("block_out_channels") instanceof List<?> levels ? 1 << levels.size() - 1 : 8;
        this.reader = reader;
    }

    @Override
    public Batch next(long number) throws IOException {
        SplittableRandom random = BatchRandom.of(settings.seed(), number);
        boolean whole = own.crop() == 0 || own.crop() >= settings.size() || random.nextDouble() < own.whole();
        int side = whole ? settings.size() : own.crop();
        int count = Math.max(1, settings.batch() * settings.size() * settings.size() / (side * side));
        float[] pictures = new float[count * CHANNELS * side * side];
        float[] picture = {};
        for (int i = 0; i < count; i++) {
            if (whole || i % CROPS == 0) {
                picture = PictureShape.square(HeldBack.trained(reader).picture(), settings.size());
            }
            int room = settings.size() - side;
            int left = room == 0 ? 0 : random.nextInt(room + 1);
            int top = room == 0 ? 0 : random.nextInt(room + 1);
            float[] cut = PictureShape.cut(picture, new Size(settings.size(), settings.size()), left, top, side);
            System.arraycopy(cut, 0, pictures, i * cut.length, cut.length);
        }
        Map<String, Values> tensors = new LinkedHashMap<>();
        tensors.put("picture", new Values(pictures, count, CHANNELS, side, side));
        int latent = side / factor;
        tensors.put(
                "noise",
                new Values(
                        BatchRandom.normal(random, count * latentChannels * latent * latent),
                        count,
                        latentChannels,
                        latent,
                        latent));
        if (random.nextDouble() < own.equivariance()) {
            tensors.put("move", move(random, latent));
        }
        double equivalent = (double) count * side * side / ((double) settings.size() * settings.size());
        return new Batch(tensors, equivalent, reader.position());
    }

    private static Values move(SplittableRandom random, int latent) {
        int smallest = Math.max(1, (int) Math.ceil(latent * SMALLEST));
        int side = smallest + random.nextInt(latent - smallest + 1);
        return new Values(new float[] {random.nextInt(4), side, side}, 3);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
