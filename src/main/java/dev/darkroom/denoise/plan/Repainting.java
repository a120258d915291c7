package dev.darkroom.denoise.plan;

import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.Schedule.Step;
import dev.darkroom.denoise.guidance.Thresholding;
import dev.darkroom.denoise.sampler.RePaint;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.TrainingTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Plans of RePaint: how far and how often to jump back up. Lugmayr et al. 2022, figure 9 and appendix B,
 * <a href="https://arxiv.org/abs/2201.09865">arXiv:2201.09865</a>.
 *
 * <p>As in diffusers, a jump adds the variances of the timesteps that follow the last one evaluated, though the latent
 * is a step below that.
 *
 * @param jumpLength steps of one jump up, 1 or more; 10 in the paper
 * @param visits how often each stretch is walked down, 1 or more (1: no jumps); 10 in the paper
 * @param eta share of DDPM's noise in a step down, 0 to 1
 */
public record Repainting(int jumpLength, int visits, double eta) {

    /** The paper's jumps, without noise but that of the jumps. */
    public static final Repainting USUAL = new Repainting(10, 10, 0);

    public Repainting {
        if (jumpLength < 1 || visits < 1) {
            throw new IllegalArgumentException(
                    "jump_length and jump_n_sample must be 1 or more, not " + jumpLength + " and " + visits);
        }
    }

    /**
     * A plan that fills in what is not known of a picture.
     *
     * @param model the model's {@code scheduler_config.json}, of a model with training timesteps
     * @param count steps without the jumps; the training timesteps at most
     * @param known clean latent of the picture
     * @param mask 1 where it is known; see {@link RePaint}
     * @throws IllegalArgumentException if the model has no training timesteps
     */
    public SamplingPlan plan(SchedulerConfig model, int count, float[] known, float[] mask) {
        TrainingTable table = TrainingTable.of(model);
        int stride = Math.max(1, table.size() / count);
        List<Step> steps = new ArrayList<>();
        List<Integer> visited = visited(Math.min(count, table.size()));
        for (int i = 0; i < visited.size(); i++) {
            int timestep = visited.get(i) * stride;
            int before = i == 0 ? timestep + 1 : visited.get(i - 1) * stride;
            steps.add(
                    timestep < before
                            ? new Step(level(table, timestep), level(table, timestep - stride))
                            : new Step(level(table, before - 1), level(table, before + stride - 1)));
        }
        Thresholding thresholding = Recipes.thresholding(model);
        RePaint loop = new RePaint(known, mask, eta, thresholding, timestep -> level(table, timestep));
        Schedule schedule = new Schedule(steps, 0, sigma -> {
            throw new IllegalStateException("a schedule of whole timesteps has no level between them");
        });
        return new SamplingPlan(loop, schedule, 1, Recipes.prediction(model), Thresholding.NONE);
    }

    /** Numbers of the steps in the order of the walk, from {@code count - 1} to 0 with jumps up between. */
    private List<Integer> visited(int count) {
        int[] jumps = new int[count];
        for (int i = 0; i < count - jumpLength; i += jumpLength) {
            jumps[i] = visits - 1;
        }
        List<Integer> walk = new ArrayList<>();
        for (int at = count - 1; at >= 0; at--) {
            walk.add(at);
            if (jumps[at] > 0) {
                jumps[at]--;
                walk.addAll(
                        IntStream.rangeClosed(at + 1, at + jumpLength).boxed().collect(Collectors.toList()));
                at += jumpLength;
            }
        }
        return walk;
    }

    private static NoiseLevel level(TrainingTable table, int timestep) {
        double alphaBar = timestep < 0 ? 1 : table.alphaBar(timestep);
        return new NoiseLevel(timestep, Math.sqrt(alphaBar), Math.sqrt(1 - alphaBar));
    }
}
