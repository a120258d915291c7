package dev.darkroom.denoise.plan;

import dev.darkroom.denoise.Frame;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.guidance.EdmPreconditioning;
import dev.darkroom.denoise.guidance.Preconditioning.Factors;
import dev.darkroom.denoise.guidance.PredictionType;
import dev.darkroom.denoise.guidance.Thresholding;
import dev.darkroom.denoise.sampler.Churn;
import dev.darkroom.denoise.sampler.DdpmToFloor;
import dev.darkroom.denoise.sampler.Euler;
import dev.darkroom.denoise.sampler.Heun;
import dev.darkroom.denoise.sampler.Renoise;
import dev.darkroom.denoise.schedule.Grid;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.Steps;
import dev.darkroom.denoise.schedule.TimestepTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;

/** Recipes of scheduler classes that one kind of model uses. */
final class OwnRecipes {

    private static final int[] DECODER_TIMESTEPS = {1008, 512};

    private OwnRecipes() {}

    /** Würstchen: a cosine in continuous time from 1 to 0, bent by a power, with a floor under noise and signal. */
    static SamplingPlan wuerstchen(SchedulerConfig config, Steps steps) {
        double s = config.number("s", 0.008);
        double scaler = config.number("scaler", 1);
        double first = Math.cos(s / (1 + s) * Math.PI / 2);
        DoubleFunction<NoiseLevel> level = time -> {
            double bent = scaler > 1 ? 1 - Math.pow(1 - time, scaler) : Math.pow(time, scaler);
            double root = Math.cos((bent + s) / (1 + s) * Math.PI / 2) / first;
            double alphaBar = Math.max(1e-4, Math.min(1 - 1e-4, root * root));
            return new NoiseLevel(time, Math.sqrt(alphaBar), Math.sqrt(1 - alphaBar));
        };
        return new SamplingPlan(
                new DdpmToFloor(),
                through(Grid.linear(1, 0, steps.count() + 1), level),
                1,
                PredictionType.EPSILON,
                Thresholding.NONE);
    }

    /** sCM: angles from a right angle to 0; {@code x = cos(t) x0 + sin(t) sigma_data noise}. */
    static SamplingPlan trigFlow(SchedulerConfig config, Steps steps) {
        double sigmaData = config.number("sigma_data", 0.5);
        double largest = config.number("max_timesteps", 1.57080);
        double[] angles = steps.count() == 2
                ? new double[] {largest, config.number("intermediate_timesteps", 1.3), 0}
                : Grid.linear(largest, 0, steps.count() + 1);
        return new SamplingPlan(
                new Renoise(),
                through(angles, t -> new NoiseLevel(t, Math.cos(t), Math.sin(t) * sigmaData)),
                sigmaData,
                level -> new Factors(1, level.alpha(), -level.sigma() / sigmaData),
                Thresholding.NONE);
    }

    /** The consistency decoder: a jump from timestep 1008, and a second one from 512. */
    static SamplingPlan consistencyDecoder(SchedulerConfig config, Steps steps) {
        if (steps.count() != DECODER_TIMESTEPS.length) {
            throw new IllegalArgumentException("steps: the consistency decoder takes 2 steps, not " + steps.count());
        }
        TimestepTable table = TimestepTable.of(config.with("num_train_timesteps", 1024));
        Schedule schedule =
                new Schedule(TimestepRecipes.chained(table, DECODER_TIMESTEPS), 0, TimestepRecipes::noLevels);
        return new SamplingPlan(
                new Renoise(),
                schedule,
                schedule.from(0).sigma(),
                new EdmPreconditioning(config.number("sigma_data", 0.5), false),
                Thresholding.NONE);
    }

    /** Flow maps: shifted sigmas from 1 to 0, both ends visited. */
    static SamplingPlan flowMap(SchedulerConfig config, Steps steps) {
        int trainSteps = config.integer("num_train_timesteps", 1000);
        double[] sigmas = shifted(Grid.linear(1, 0, steps.count() + 1), config);
        Schedule schedule = through(sigmas, sigma -> Frame.FLOW.level(sigma * trainSteps, sigma));
        return new SamplingPlan(new Euler(Churn.NONE), schedule, 1, PredictionType.FLOW, Thresholding.NONE);
    }

    /** MiniMax H3: as many sigmas as steps, told as the share of signal; predicts the velocity towards the data. */
    static SamplingPlan minimax(SchedulerConfig config, Steps steps) {
        if (steps.count() < 2) {
            throw new IllegalArgumentException("steps: this scheduler counts both ends; ask for 2 at least");
        }
        double[] sigmas = shifted(Grid.linear(1, 0, steps.count()), config);
        Schedule schedule = through(sigmas, sigma -> Frame.FLOW.level(1 - sigma, sigma));
        return new SamplingPlan(new Euler(Churn.NONE), schedule, 1, PredictionType.DATA_FLOW, Thresholding.NONE);
    }

    /** The first scheduler of Karras et al. in diffusers: squares of sigmas, used as sigmas; told the index. */
    static SamplingPlan karrasVe(SchedulerConfig config, Steps steps) {
        double low = Math.log(config.number("sigma_min", 0.02));
        double high = Math.log(config.number("sigma_max", 100));
        double[] sigmas = Arrays.stream(Grid.linear(2 * high, 2 * low, steps.count()))
                .map(Math::exp)
                .toArray();
        Churn churn = new Churn(
                config.number("s_churn", 80),
                config.number("s_min", 0.05),
                config.number("s_max", 50),
                config.number("s_noise", 1.007));
        KarrasVeLevels levels = new KarrasVeLevels(sigmas, churn);
        Sampler loop = new Heun(churn);
        return new SamplingPlan(
                loop, levels.schedule(), Math.exp(high), level -> new Factors(1, 1, level.sigma()), Thresholding.NONE);
    }

    private static double[] shifted(double[] sigmas, SchedulerConfig config) {
        double shift = config.number("shift", 1);
        return Arrays.stream(sigmas)
                .map(sigma -> shift * sigma / (1 + (shift - 1) * sigma))
                .toArray();
    }

    private static Schedule through(double[] times, DoubleFunction<NoiseLevel> level) {
        List<NoiseLevel> visited = new ArrayList<>();
        for (double time : times) {
            visited.add(level.apply(time));
        }
        return Schedule.through(visited, TimestepRecipes::noLevels);
    }
}
