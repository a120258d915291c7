package dev.darkroom.training.stage;

import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.forward.ForwardProcess;
import dev.darkroom.denoise.plan.ConsistencyPlan;
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
    private final CaptionIds ids;
    private final LatentDraw draw;

    DistillingBatches(long seed, double guidance, ConsistencyPlan plan, CaptionIds ids, LatentDraw draw) {
        this.seed = seed;
        this.guidance = guidance;
        this.plan = plan;
        this.ids = ids;
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
        float[][] told = new float[rows][];
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
            told[row] = ids.of(captions.isEmpty() ? "" : captions.get(random.nextInt(captions.size())));
        }
        Map<String, Values> tensors = Map.of(
                "sample", Values.rows(samples, chosen.shape()),
                "from", Values.rows(from, from[0].length),
                "to", Values.rows(to, to[0].length),
                "step", Values.rows(steps, steps[0].length),
                "ids", Values.rows(told, told[0].length),
                "empty", Values.rows(new float[][] {ids.of("")}, told[0].length),
                "guidance", new Values(new float[] {(float) guidance}));
        return new Batch(tensors, rows, draw.position());
    }

    @Override
    public void close() throws IOException {
        draw.close();
    }
}
