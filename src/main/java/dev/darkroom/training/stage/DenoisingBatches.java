package dev.darkroom.training.stage;

import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.text.ClipTokenizer;
import dev.darkroom.torch.Learner.Values;
import dev.darkroom.training.stage.LatentDraw.Chosen;
import dev.darkroom.training.stage.Stage.Batch;
import dev.darkroom.training.stage.Stage.Batches;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Noisy latents with their targets and captions. */
final class DenoisingBatches implements Batches {

    private final long seed;
    private final DenoisingSettings own;
    private final NoisePlan plan;
    private final ClipTokenizer tokenizer;
    private final LatentDraw draw;

    DenoisingBatches(long seed, DenoisingSettings own, NoisePlan plan, ClipTokenizer tokenizer, LatentDraw draw) {
        this.seed = seed;
        this.own = own;
        this.plan = plan;
        this.tokenizer = tokenizer;
        this.draw = draw;
    }

    @Override
    public Batch next(long number) throws IOException {
        SplittableRandom random = BatchRandom.of(seed, number);
        Chosen chosen = draw.next(random);
        int rows = chosen.indices().length;
        Rows batch = new Rows(chosen, tokenizer.maxLength());
        for (int row = 0; row < rows; row++) {
            int index = chosen.indices()[row];
            batch.put(row, draw.latent(index), text(draw.captions(index), random), random);
        }
        return new Batch(batch.tensors(), rows, draw.position());
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
        draw.close();
    }

    /** The tensors of a batch while they are filled. */
    private final class Rows {

        private final Chosen chosen;
        private final int tokens;
        private final float[] samples;
        private final float[] targets;
        private final float[] timesteps;
        private final float[] weights;
        private final float[] ids;

        Rows(Chosen chosen, int tokens) {
            int rows = chosen.indices().length;
            this.chosen = chosen;
            this.tokens = tokens;
            this.samples = new float[rows * chosen.size()];
            this.targets = new float[rows * chosen.size()];
            this.timesteps = new float[rows];
            this.weights = new float[rows];
            this.ids = new float[rows * tokens];
        }

        void put(int row, float[] clean, String text, SplittableRandom random) {
            NoiseLevel level = plan.draw(random);
            float[] noise = noise(random);
            System.arraycopy(plan.sample(clean, noise, level), 0, samples, row * clean.length, clean.length);
            System.arraycopy(plan.target(clean, noise, level), 0, targets, row * clean.length, clean.length);
            timesteps[row] = (float) plan.told(level);
            weights[row] = (float) plan.weight(level);
            int[] tokenized = tokenizer.tokenize(text).ids();
            for (int i = 0; i < tokens; i++) {
                ids[row * tokens + i] = tokenized[i];
            }
        }

        private float[] noise(SplittableRandom random) {
            float[] noise = BatchRandom.normal(random, chosen.size());
            if (own.offsetNoise() > 0) {
                float offset = 0;
                for (int i = 0; i < noise.length; i++) {
                    boolean begins = i % chosen.plane() == 0;
                    offset = begins ? (float) (own.offsetNoise() * random.nextGaussian()) : offset;
                    noise[i] += offset;
                }
            }
            return noise;
        }

        Map<String, Values> tensors() {
            long rows = timesteps.length;
            long[] shape = {rows, chosen.shape()[0], chosen.shape()[1], chosen.shape()[2]};
            return Map.of(
                    "sample", new Values(samples, shape),
                    "target", new Values(targets, shape),
                    "timesteps", new Values(timesteps, rows),
                    "weight", new Values(weights, rows),
                    "ids", new Values(ids, rows, tokens));
        }
    }
}
