package dev.darkroom.denoise.plan;

import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.forward.ForwardProcess;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.TrainingTable;
import dev.darkroom.denoise.sde.Sde;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The forward process that a model was trained on, at its whole timesteps.
 *
 * @param timesteps how many; they are 0 to one less
 * @param levels of a timestep, in the frame of the process: variance preserving, flow, or an SDE's
 */
public record TrainedProcess(int timesteps, IntFunction<NoiseLevel> levels) {

    private static final int USUAL_TIMESTEPS = 1000;

    /**
     * The process of a model.
     *
     * @param model the model's {@code scheduler_config.json}
     * @throws IllegalArgumentException if the model was trained on noise levels that have no whole timesteps
     */
    public static TrainedProcess of(SchedulerConfig model) {
        ModelFamily family = SamplerCatalog.of(model).family();
        return switch (family) {
            case DISCRETE -> discrete(TrainingTable.of(model));
            case FLOW -> flow(model.integer("num_train_timesteps", USUAL_TIMESTEPS), model.number("shift", 1));
            case VE_SDE -> score(ScoreModel.VE.sde(model), model);
            case VP_SDE -> score(ScoreModel.VP.sde(model), model);
            case SUB_VP_SDE -> score(ScoreModel.SUB_VP.sde(model), model);
            case EDM, CONSISTENCY, DANCE, OWN ->
                throw new IllegalArgumentException("was trained on noise levels of its own and has no whole timesteps");
        };
    }

    /** How noisy a timestep is. */
    public NoiseLevel level(int timestep) {
        return levels.apply(timestep);
    }

    /** The clean picture, then every timestep. */
    public List<NoiseLevel> all() {
        return IntStream.range(-1, timesteps).mapToObj(levels).toList();
    }

    /** Timesteps from the cleanest to the noisiest at about equal distances. */
    public List<Integer> spread(int count) {
        return IntStream.range(0, count)
                .map(i -> (int) Math.round((double) i * (timesteps - 1) / Math.max(1, count - 1)))
                .distinct()
                .boxed()
                .toList();
    }

    private static TrainedProcess discrete(TrainingTable table) {
        return new TrainedProcess(table.size(), new ForwardProcess(table)::level);
    }

    /** Times above 0 of an SDE at equal distances; the last timestep is time 1. */
    private static TrainedProcess score(Sde sde, SchedulerConfig model) {
        int timesteps = model.integer("num_train_timesteps", USUAL_TIMESTEPS);
        return new TrainedProcess(timesteps, timestep -> {
            NoiseLevel level = sde.level((timestep + 1.0) / timesteps);
            return new NoiseLevel(timestep, level.alpha(), timestep < 0 ? 0 : level.sigma());
        });
    }

    /** Shifted as Esser et al. 2024, section 5.3.2; the last timestep is pure noise. */
    private static TrainedProcess flow(int timesteps, double shift) {
        return new TrainedProcess(timesteps, timestep -> {
            double time = (timestep + 1.0) / timesteps;
            double sigma = shift * time / (1 + (shift - 1) * time);
            return new NoiseLevel(timestep, 1 - sigma, sigma);
        });
    }
}
