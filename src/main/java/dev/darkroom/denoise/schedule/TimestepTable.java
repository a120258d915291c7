package dev.darkroom.denoise.schedule;

import dev.darkroom.denoise.NoiseLevel;

/**
 * Levels by whole training timestep, for the samplers that walk these (DDPM, DDIM, PNDM, LCM, TCD).
 *
 * @param table what the model was trained on
 * @param lastAlphaBar alpha-bar before the first timestep: 1, or that of timestep 0
 */
public record TimestepTable(TrainingTable table, double lastAlphaBar) {

    /** The table of a configuration; {@code set_alpha_to_one} says where runs end. */
    public static TimestepTable of(SchedulerConfig config) {
        TrainingTable table = TrainingTable.of(config);
        return new TimestepTable(table, config.flag("set_alpha_to_one", true) ? 1 : table.alphaBar(0));
    }

    /** Number of training timesteps. */
    public int size() {
        return table.size();
    }

    /** Variance-preserving level of a timestep; below 0 the end of the run. */
    public NoiseLevel level(int timestep) {
        double alphaBar = timestep < 0 ? lastAlphaBar : table.alphaBar(timestep);
        return new NoiseLevel(Math.max(timestep, 0), Math.sqrt(alphaBar), Math.sqrt(1 - alphaBar));
    }

    /** The timesteps a configuration gives for the asked steps, noisiest first. */
    public int[] timesteps(SchedulerConfig config, Steps steps) {
        if (!steps.timesteps().isEmpty()) {
            return steps.timesteps().stream().mapToInt(Double::intValue).toArray();
        }
        if (steps.count() > table.size()) {
            throw new IllegalArgumentException("steps: " + steps.count() + " is more than the " + table.size()
                    + " timesteps that the model was trained on; ask for that many at most");
        }
        double[] spaced =
                TimestepSpacing.of(config).spaced(table.size(), steps.count(), config.integer("steps_offset", 0));
        int[] timesteps = new int[spaced.length];
        for (int i = 0; i < spaced.length; i++) {
            timesteps[i] = (int) Math.rint(spaced[i]);
        }
        return timesteps;
    }
}
