package dev.darkroom.training.stage;

import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.forward.ForwardProcess;
import dev.darkroom.denoise.forward.LossWeights;
import dev.darkroom.denoise.guidance.PredictionType;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.TrainingTable;
import dev.darkroom.training.UnusableSettingsException;
import java.util.Map;
import java.util.SplittableRandom;

/** Levels of whole timesteps, or of a flow, for networks of any prediction type. */
final class TimestepPlan implements NoisePlan {

    /** Of the probability by min-SNR: no timestep is drawn less often than this, as a share of the most frequent. */
    private static final double RAREST = 0.1;

    private static final double SMALLEST_SNR = 1e-8;

    private final PredictionType prediction;
    private final ForwardProcess process;
    private final double[] cumulative;
    private final String timesteps;
    private final String weighting;
    private final double gamma;

    /** @throws UnusableSettingsException if a name is unknown */
    TimestepPlan(Map<String, Object> scheduler, DenoisingSettings settings) {
        this(scheduler, settings.timesteps(), settings.weighting(), settings.gamma());
    }

    /**
     * Levels of a scheduler.
     *
     * @param timesteps uniform, min-snr or logit-normal
     * @param weighting none, min-snr or p2
     * @param gamma of min-snr and p2
     * @throws UnusableSettingsException if a name is unknown
     */
    TimestepPlan(Map<String, Object> scheduler, String timesteps, String weighting, double gamma) {
        SchedulerConfig config = SchedulerConfig.of(scheduler);
        this.prediction = PredictionType.of(String.valueOf(scheduler.getOrDefault("prediction_type", "epsilon")));
        this.process = new ForwardProcess(TrainingTable.of(config));
        this.timesteps = known("timesteps", timesteps, "uniform", "min-snr", "logit-normal");
        this.weighting = known("weighting", weighting, "none", "min-snr", "p2");
        this.gamma = gamma;
        this.cumulative = cumulative();
    }

    private static String known(String key, String value, String... allowed) {
        for (String name : allowed) {
            if (name.equals(value)) {
                return value;
            }
        }
        throw new UnusableSettingsException(
                "objective." + key + " is " + value + "; say one of " + String.join(", ", allowed));
    }

    private double[] cumulative() {
        double[] sums = new double[size()];
        double sum = 0;
        for (int t = 0; t < sums.length; t++) {
            double share = Math.max(RAREST, Math.min(1, gamma / (process.signalToNoise(t) + 1)));
            sum += timesteps.equals("min-snr") ? share : 1;
            sums[t] = sum;
        }
        return sums;
    }

    private int size() {
        return process.table().size();
    }

    @Override
    public NoiseLevel draw(SplittableRandom random) {
        double u = random.nextDouble();
        if (timesteps.equals("logit-normal")) {
            return at(1 / (1 + Math.exp(-random.nextGaussian())));
        }
        double target = u * cumulative[cumulative.length - 1];
        int t = 0;
        while (t < size() - 1 && cumulative[t] <= target) {
            t++;
        }
        return flow() ? at((t + u) / size()) : process.level(t);
    }

    @Override
    public NoiseLevel at(double share) {
        if (flow()) {
            return new NoiseLevel(share * size(), 1 - share, share);
        }
        return process.level((int) Math.min(size() - 1, share * size()));
    }

    private boolean flow() {
        return prediction == PredictionType.FLOW || prediction == PredictionType.DATA_FLOW;
    }

    @Override
    public double told(NoiseLevel level) {
        return prediction.told(level);
    }

    @Override
    public float[] target(float[] clean, float[] noise, NoiseLevel level) {
        return switch (prediction) {
            case EPSILON -> noise;
            case V -> ForwardProcess.velocity(clean, noise, level);
            case SAMPLE -> clean;
            case FLOW -> ForwardProcess.flowVelocity(clean, noise);
            case DATA_FLOW -> ForwardProcess.flowVelocity(noise, clean);
        };
    }

    @Override
    public double weight(NoiseLevel level) {
        double snr = Math.max(SMALLEST_SNR, Math.pow(level.alpha() / level.sigma(), 2));
        if (weighting.equals("p2")) {
            return LossWeights.p2(snr, 1, gamma);
        }
        if (weighting.equals("none")) {
            return 1;
        }
        return switch (prediction) {
            case EPSILON -> LossWeights.minSnrEpsilon(snr, gamma);
            case SAMPLE -> LossWeights.minSnrClean(snr, gamma);
            case V, FLOW, DATA_FLOW -> LossWeights.minSnrVelocity(snr, gamma);
        };
    }
}
