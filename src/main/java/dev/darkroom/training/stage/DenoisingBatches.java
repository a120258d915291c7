package dev.darkroom.training.stage;

import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.text.ClipTokenizer;
import dev.darkroom.torch.Learner.Values;
import dev.darkroom.training.TrainingSettings;
import dev.darkroom.training.data.ExampleReader;
import dev.darkroom.training.stage.Stage.Batch;
import dev.darkroom.training.stage.Stage.Batches;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Noisy latents with their targets: some new ones a batch, the others seen before. */
final class DenoisingBatches implements Batches {

    private final TrainingSettings settings;
    private final DenoisingSettings own;
    private final NoisePlan plan;
    private final ClipTokenizer tokenizer;
    private final LatentCache cache;
    private final ExampleReader reader;
    private final long[] latentShape;

    /** @param latentShape [C, h, w] */
    DenoisingBatches(
            TrainingSettings settings,
            DenoisingSettings own,
            NoisePlan plan,
            ClipTokenizer tokenizer,
            LatentCache cache,
            ExampleReader reader,
            long... latentShape) {
        this.settings = settings;
        this.own = own;
        this.plan = plan;
        this.tokenizer = tokenizer;
        this.cache = cache;
        this.reader = reader;
        this.latentShape = latentShape;
    }

    @Override
    public Batch next(long number) throws IOException {
        int fresh = cache.size() < own.first() ? own.first() - cache.size() : own.fresh();
        int before = cache.size();
        while (cache.size() < Math.min(own.most(), before + fresh)) {
            cache.add(reader);
        }
        SplittableRandom random = BatchRandom.of(settings.seed(), number);
        int rows = settings.batch();
        int size = Math.toIntExact(latentShape[0] * latentShape[1] * latentShape[2]);
        Rows batch = new Rows(rows, size, tokenizer.maxLength());
        for (int row = 0; row < rows; row++) {
            int newest = cache.size() - 1 - row;
            int index = before >= own.first() && newest >= before ? newest : random.nextInt(cache.size());
            batch.put(row, cache.latent(index), text(cache.captions(index), random), random);
        }
        return new Batch(batch.tensors(), rows, reader.position());
    }

    private String text(List<String> captions, SplittableRandom random) {
        if (captions.isEmpty() || random.nextDouble() < own.dropout()) {
            return "";
        }
        String text = captions.get(random.nextInt(captions.size()));
        return random.nextDouble() < own.junk() ? Junk.inserted(text, random) : text;
    }

    @Override
    public void close() throws IOException {
        cache.close();
        reader.close();
    }

    /** The tensors of a batch while they are filled. */
    private final class Rows {

        private final int size;
        private final int tokens;
        private final float[] samples;
        private final float[] targets;
        private final float[] timesteps;
        private final float[] weights;
        private final float[] ids;

        Rows(int rows, int size, int tokens) {
            this.size = size;
            this.tokens = tokens;
            this.samples = new float[rows * size];
            this.targets = new float[rows * size];
            this.timesteps = new float[rows];
            this.weights = new float[rows];
            this.ids = new float[rows * tokens];
        }

        void put(int row, float[] clean, String text, SplittableRandom random) {
            NoiseLevel level = plan.draw(random);
            float[] noise = noise(random);
            System.arraycopy(plan.sample(clean, noise, level), 0, samples, row * size, size);
            System.arraycopy(plan.target(clean, noise, level), 0, targets, row * size, size);
            timesteps[row] = (float) level.timestep();
            weights[row] = (float) plan.weight(level);
            int[] tokenized = tokenizer.tokenize(text).ids();
            for (int i = 0; i < tokens; i++) {
                ids[row * tokens + i] = tokenized[i];
            }
        }

        private float[] noise(SplittableRandom random) {
            float[] noise = BatchRandom.normal(random, size);
            if (own.offsetNoise() > 0) {
                int plane = Math.toIntExact(latentShape[1] * latentShape[2]);
                float offset = 0;
                for (int i = 0; i < size; i++) {
                    offset = i % plane == 0 ? (float) (own.offsetNoise() * random.nextGaussian()) : offset;
                    noise[i] += offset;
                }
            }
            return noise;
        }

        Map<String, Values> tensors() {
            long rows = timesteps.length;
            long[] shape = {rows, latentShape[0], latentShape[1], latentShape[2]};
            return Map.of(
                    "sample", new Values(samples, shape),
                    "target", new Values(targets, shape),
                    "timesteps", new Values(timesteps, rows),
                    "weight", new Values(weights, rows),
                    "ids", new Values(ids, rows, tokens));
        }
    }
}
