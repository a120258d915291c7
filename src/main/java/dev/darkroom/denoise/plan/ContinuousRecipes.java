package dev.darkroom.denoise.plan;

import dev.darkroom.denoise.Frame;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.guidance.ConsistencyPreconditioning;
import dev.darkroom.denoise.guidance.EdmPreconditioning;
import dev.darkroom.denoise.guidance.PredictionType;
import dev.darkroom.denoise.guidance.Thresholding;
import dev.darkroom.denoise.schedule.Grid;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.SigmaCurve;
import dev.darkroom.denoise.schedule.Steps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/** Recipes for models that know no training timesteps; each is told its own function of sigma. */
final class ContinuousRecipes {

    private ContinuousRecipes() {}

    /** EDM: told a quarter of log sigma. */
    static Recipe edm(Function<SchedulerConfig, Sampler> loop) {
        return preconditioned(loop, sigma -> Math.log(sigma) / 4, "epsilon", "karras");
    }

    /** Stable Audio and its like: told an angle, 0 to 1. */
    static Recipe cosine(Function<SchedulerConfig, Sampler> loop) {
        return preconditioned(loop, sigma -> Math.atan(sigma) / Math.PI * 2, "v_prediction", "exponential");
    }

    private static Recipe preconditioned(
            Function<SchedulerConfig, Sampler> loop, DoubleUnaryOperator told, String prediction, String curve) {
        return (config, steps) -> {
            double min = config.number("sigma_min", 0.002);
            double max = config.number("sigma_max", 80);
            boolean karras = config.text("sigma_schedule", curve).equals("karras");
            double[] sigmas = karras
                    ? SigmaCurve.karras(steps.count(), min, max, config.number("rho", 7))
                    : SigmaCurve.exponential(steps.count(), min, max);
            double end = config.text("final_sigmas_type", "zero").equals("zero") ? 0 : min;
            if (!steps.sigmas().isEmpty()) {
                sigmas = steps.sigmas().stream()
                        .limit(steps.count())
                        .mapToDouble(Double::doubleValue)
                        .toArray();
                end = steps.sigmas().get(steps.count());
            }
            return new SamplingPlan(
                    loop.apply(config),
                    through(sigmas, end, told),
                    Math.hypot(steps.sigmas().isEmpty() ? max : sigmas[0], 1),
                    preconditioning(config.with("prediction_type", config.text("prediction_type", prediction))),
                    Recipes.thresholding(config));
        };
    }

    static EdmPreconditioning preconditioning(SchedulerConfig config) {
        boolean negated = config.text("prediction_type", "epsilon").equals("v_prediction");
        return new EdmPreconditioning(config.number("sigma_data", 0.5), negated);
    }

    /** Consistency models: a subset of the Karras levels of their training, told 250 times log sigma. */
    static Recipe consistency(Function<SchedulerConfig, Sampler> loop) {
        return (config, steps) -> {
            int trainSteps = config.integer("num_train_timesteps", 40);
            double min = config.number("sigma_min", 0.002);
            double max = config.number("sigma_max", 80);
            double[] grid = SigmaCurve.karras(trainSteps, min, max, config.number("rho", 7));
            double[] sigmas = Arrays.stream(consistencyIndices(steps, trainSteps))
                    .mapToDouble(index -> grid[index])
                    .toArray();
            boolean clipped = config.flag("clip_denoised", true);
            return new SamplingPlan(
                    loop.apply(config),
                    through(sigmas, min, sigma -> 250 * Math.log(sigma)),
                    max,
                    new ConsistencyPreconditioning(config.number("sigma_data", 0.5), min),
                    clipped ? Thresholding.clip(1) : Thresholding.NONE);
        };
    }

    /** Dance Diffusion: the noise grows as a squared sine; told an angle, 0 to 1. */
    static Recipe dance(Function<SchedulerConfig, Sampler> loop) {
        return (config, steps) -> {
            List<NoiseLevel> visited = new ArrayList<>();
            for (double time : Grid.linear(1, 0, steps.count() + 1)) {
                double sigma = Math.pow(Math.sin(time * Math.PI / 2), 2);
                double alpha = Math.sqrt(1 - sigma * sigma);
                visited.add(new NoiseLevel(Math.atan2(sigma, alpha) / Math.PI * 2, alpha, sigma));
            }
            Schedule schedule = Schedule.through(visited, ContinuousRecipes::noLevels);
            return new SamplingPlan(loop.apply(config), schedule, 1, PredictionType.V, Thresholding.NONE);
        };
    }

    /** Places in the training levels, noisiest first; custom timesteps count from the clean end. */
    private static int[] consistencyIndices(Steps steps, int trainSteps) {
        if (!steps.timesteps().isEmpty()) {
            int[] indices =
                    steps.timesteps().stream().mapToInt(Double::intValue).toArray();
            Arrays.sort(indices);
            return indices;
        }
        int stride = trainSteps / steps.count();
        int[] indices = new int[steps.count()];
        Arrays.setAll(indices, i -> i * stride);
        return indices;
    }

    private static Schedule through(double[] sigmas, double last, DoubleUnaryOperator told) {
        Schedule.LevelFinder levels =
                sigma -> Frame.VARIANCE_EXPLODING.level(sigma == 0 ? 0 : told.applyAsDouble(sigma), sigma);
        List<NoiseLevel> visited = new ArrayList<>();
        for (double sigma : sigmas) {
            visited.add(levels.at(sigma));
        }
        visited.add(levels.at(last));
        return Schedule.through(visited, levels);
    }

    private static NoiseLevel noLevels(double sigma) {
        throw new IllegalStateException("a schedule of angles has no level between them");
    }
}
