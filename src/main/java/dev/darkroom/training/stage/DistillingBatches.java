package dev.darkroom.training.stage;

import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.forward.ForwardProcess;
import dev.darkroom.denoise.plan.ConsistencyPlan;
import dev.darkroom.text.ClipTokenizer;
import dev.darkroom.torch.Learner.Values;
import dev.darkroom.training.stage.LatentDraw.Chosen;
import dev.darkroom.training.stage.Stage.Batch;
import dev.darkroom.training.stage.Stage.Batches;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Noisy latents with the levels that student and teacher are asked at. */
final class DistillingBatches implements Batches {

    private final long seed;
    private final double guidance;
    private final ConsistencyPlan plan;
    private final ClipTokenizer tokenizer;
    private final LatentDraw draw;

    DistillingBatches(long seed, double guidance, ConsistencyPlan plan, ClipTokenizer tokenizer, LatentDraw draw) {
        this.seed = seed;
        this.guidance = guidance;
        this.plan = plan;
        this.tokenizer = tokenizer;
        this.draw = draw;
    }

    @Override
    public Batch next(long number) throws IOException {
        SplittableRandom random = BatchRandom.of(seed, number);
        Chosen chosen = draw.next(random);
        int rows = chosen.indices().length;
        float[][] samples = new float[rows][];
        float[][] from = new float[rows][];
        float[][] to = new float[rows][];
        float[][] steps = new float[rows][];
        float[][] ids = new float[rows][];
        for (int row = 0; row < rows; row++) {
            int latent = chosen.indices()[row];
            int index = random.nextInt(plan.levels());
            NoiseLevel level = plan.level(index);
            float[] noise = BatchRandom.normal(random, chosen.size());
            samples[row] = ForwardProcess.noised(draw.latent(latent), noise, level);
            from[row] = plan.row(index);
            to[row] = plan.row(index - 1);
            steps[row] = plan.step(index);
            List<String> captions = draw.captions(latent);
            ids[row] = ids(captions.isEmpty() ? "" : captions.get(random.nextInt(captions.size())));
        }
        long[] shape = chosen.shape();
        Map<String, Values> tensors = Map.of(
                "sample", values(samples, shape),
                "from", values(from, from[0].length),
                "to", values(to, to[0].length),
                "step", values(steps, steps[0].length),
                "ids", values(ids, ids[0].length),
                "empty", values(new float[][] {ids("")}, ids[0].length),
                "guidance", new Values(new float[] {(float) guidance}));
        return new Batch(tensors, rows, draw.position());
    }

    private static Values values(float[][] rows, long... shape) {
        float[] numbers = new float[rows.length * rows[0].length];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, numbers, row * rows[0].length, rows[0].length);
        }
        long[] all = new long[shape.length + 1];
        all[0] = rows.length;
        System.arraycopy(shape, 0, all, 1, shape.length);
        return new Values(numbers, all);
    }

    private float[] ids(String text) {
        int[] ids = tokenizer.tokenize(text).ids();
        float[] numbers = new float[ids.length];
        for (int i = 0; i < ids.length; i++) {
            numbers[i] = ids[i];
        }
        return numbers;
    }

    @Override
    public void close() throws IOException {
        draw.close();
    }
}
