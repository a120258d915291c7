package dev.darkroom.training.stage;

import dev.darkroom.denoise.NoiseLevel;
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
    private final CaptionIds ids;
    private final LatentDraw draw;

    DenoisingBatches(long seed, DenoisingSettings own, NoisePlan plan, CaptionIds ids, LatentDraw draw) {
        this.seed = seed;
        this.own = own;
        this.plan = plan;
        this.ids = ids;
        this.draw = draw;
    }

    @Override
    public Batch next(long number) throws IOException {
        SplittableRandom random = BatchRandom.of(seed, number);
        Chosen chosen = draw.next(random);
        int rows = chosen.indices().length;
        long[] shape = chosen.shape();
        NoisyRows noisy = new NoisyRows(plan, rows, shape[0], shape[1], shape[2]);
        float[][] told = new float[rows][];
        for (int row = 0; row < rows; row++) {
            int index = chosen.indices()[row];
            told[row] = ids.of(text(draw.captions(index), random));
            NoiseLevel level = plan.draw(random);
            noisy.put(row, draw.latent(index), noise(chosen, random), level);
        }
        Map<String, Values> tensors = noisy.tensors();
        tensors.put("ids", Values.rows(told, told[0].length));
        tensors.putAll(draw.features(chosen));
        return new Batch(tensors, rows, draw.position());
    }

    /** Of one latent; with an offset a channel if it is so set. */
    private float[] noise(Chosen chosen, SplittableRandom random) {
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
}
