package dev.darkroom.denoise.schedule;

/**
 * Timesteps of consistency-distilled models: a subset, as even as possible, of those that the distillation used (Luo et
 * al. 2023, section 4.3, <a href="https://arxiv.org/abs/2310.04378">arXiv:2310.04378</a>).
 */
public final class ConsistencyTimesteps {

    private ConsistencyTimesteps() {}

    /** The timesteps that a configuration gives for the asked steps, noisiest first. */
    public static int[] of(SchedulerConfig config, int trainSteps, Steps steps) {
        if (!steps.timesteps().isEmpty()) {
            return steps.timesteps().stream().mapToInt(Double::intValue).toArray();
        }
        boolean all = config.flag("use_all_timesteps", false);
        int distilled = all ? trainSteps : config.integer("original_inference_steps", 50);
        int stride = trainSteps / distilled;
        int usable = (int) (distilled * config.number("strength", 1));
        if (steps.count() > usable) {
            throw new IllegalArgumentException("steps: " + steps.count() + " is more than the " + usable
                    + " timesteps that the model was distilled on; ask for 1 to 8");
        }
        int[] timesteps = new int[steps.count()];
        for (int i = 0; i < timesteps.length; i++) {
            int index = (int) Math.floor(i * ((double) usable / steps.count()));
            timesteps[i] = (usable - index) * stride - 1;
        }
        return timesteps;
    }
}
