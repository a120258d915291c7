package dev.darkroom.cli;

import dev.darkroom.denoise.Frame;
import dev.darkroom.denoise.LinearCombination;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.StepObserver;
import dev.darkroom.denoise.exact.MixedValues;
import dev.darkroom.denoise.noise.CpuGenerator;
import dev.darkroom.denoise.plan.SamplerEntry;
import dev.darkroom.denoise.plan.SamplingOptions;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.denoise.plan.SamplingPlanner;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.SigmaCurve;
import dev.darkroom.denoise.schedule.Steps;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How far samplers end from where they should, on data whose score is known exactly: {@link MixedValues#THREE_HUMPS}, the
 * noise of Stable Diffusion, Karras levels.
 */
final class Convergence {

    private static final SchedulerConfig MODEL = new SchedulerConfig(
                    "EulerDiscreteScheduler", Map.of("beta_schedule", "scaled_linear"))
            .with("beta_start", 0.00085)
            .with("beta_end", 0.012);
    private static final MixedValues DATA = MixedValues.THREE_HUMPS;
    private static final double LARGEST = 14;
    private static final double SMALLEST = 0.03;
    private static final double RHO = 7;
    private static final long SEED = 1;

    private static final NoiseLevel NOISY = Frame.VARIANCE_EXPLODING.level(0, LARGEST);
    private static final NoiseLevel NEARLY_CLEAN = Frame.VARIANCE_EXPLODING.level(0, SMALLEST);
    private static final NoiseLevel CLEAN = Frame.VARIANCE_EXPLODING.level(0, 0);

    private final float[] start;
    private final double[] carried;
    private final double[] quantiles;

    /** @param values how many are carried at once; more of them make the error of stochastic samplers smoother */
    Convergence(int values) {
        quantiles = IntStream.range(0, values)
                .mapToDouble(i -> (i + 0.5) / values)
                .map(share -> share < 0.5 ? DATA.quantile(share, CLEAN, false) : DATA.quantile(1 - share, CLEAN, true))
                .toArray();
        float[] draws = new CpuGenerator(SEED).normals(values);
        long[] shuffled = new CpuGenerator(SEED + 1).permutation(values);
        start = new float[values];
        carried = new double[values];
        for (int i = 0; i < values; i++) {
            start[i] = (float) (quantiles[(int) shuffled[i]] + LARGEST * draws[i]);
        }
    }

    /** One run: what it cost and how far off it ended. */
    record Point(int evaluations, double error) {}

    /** The root mean square distance, at the smallest level above 0, from where the probability flow would end. */
    Point deterministic(SamplerEntry sampler, int steps) {
        SamplingPlan plan = plan(sampler, SigmaCurve.karras(steps + 1, SMALLEST, LARGEST, RHO));
        Noise none = () -> {
            throw new IllegalStateException(sampler.name() + " drew noise");
        };
        float[] end = plan.run(start(plan), DATA, none, StepObserver.none());
        double alpha = plan.schedule().to(plan.schedule().size() - 1).alpha();
        double[] exact = carried();
        double sum = 0;
        for (int i = 0; i < end.length; i++) {
            double error = end[i] / alpha - exact[i];
            sum += error * error;
        }
        return new Point(plan.evaluations(), Math.sqrt(sum / end.length));
    }

    /** The mean distance of the quantiles of what was made to those of the data: Wasserstein's first distance. */
    Point stochastic(SamplerEntry sampler, int steps) {
        double[] levels = SigmaCurve.karras(steps, SMALLEST, LARGEST, RHO);
        SamplingPlan plan = plan(sampler, Arrays.copyOf(levels, steps + 1));
        Noise noise = new CpuGenerator(SEED + 2).noise(start.length);
        float[] end = plan.run(start(plan), DATA, noise, StepObserver.none());
        Arrays.sort(end);
        double sum = 0;
        for (int i = 0; i < end.length; i++) {
            sum += Math.abs(end[i] - quantiles[i]);
        }
        return new Point(plan.evaluations(), sum / end.length);
    }

    private double[] carried() {
        if (carried[0] == 0) {
            Arrays.setAll(carried, i -> DATA.carried(start[i], NOISY, NEARLY_CLEAN));
        }
        return carried;
    }

    private static SamplingPlan plan(SamplerEntry sampler, double[] sigmas) {
        return SamplingPlanner.plan(
                MODEL, new SamplingOptions(sampler.name(), null, Steps.sigmas(sigmas), null, null, null));
    }

    /** The noisy data in the frame of the plan. */
    private float[] start(SamplingPlan plan) {
        return LinearCombination.combine(plan.schedule().from(0).alpha(), start);
    }
}
