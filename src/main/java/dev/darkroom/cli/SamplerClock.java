package dev.darkroom.cli;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.StepObserver;
import dev.darkroom.denoise.noise.CpuGenerator;
import dev.darkroom.denoise.plan.ModelFamily;
import dev.darkroom.denoise.plan.SamplerEntry;
import dev.darkroom.denoise.plan.SamplingOptions;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.denoise.plan.SamplingPlanner;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.Steps;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/**
 * Times samplers whose network answers at once, by the processor time of their thread; the planning of a run and the
 * drawing of noise count, too.
 */
final class SamplerClock {

    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 10;
    private static final int RUNS = 11;
    private static final Map<ModelFamily, String> MODELS = Map.of(
            ModelFamily.DISCRETE, "DDIMScheduler",
            ModelFamily.EDM, "EDMEulerScheduler",
            ModelFamily.CONSISTENCY, "CMStochasticIterativeScheduler",
            ModelFamily.FLOW, "FlowMatchEulerDiscreteScheduler",
            ModelFamily.DANCE, "IPNDMScheduler",
            ModelFamily.VE_SDE, "ScoreSdeVeScheduler",
            ModelFamily.VP_SDE, "ScoreSdeVpScheduler",
            ModelFamily.SUB_VP_SDE, "ScoreSdeSubVpScheduler");

    private final int values;
    private final int steps;
    private final float[] answer;
    private final float[] both;
    private int evaluations;

    /**
     * @param values of a latent
     * @param steps of a run
     */
    SamplerClock(int values, int steps) {
        this.values = values;
        this.steps = steps;
        this.answer = new CpuGenerator(1).normals(values);
        this.both = Arrays.copyOf(answer, 2 * values);
    }

    /** Processor time of a run divided by its evaluations, the median of several runs. */
    double nanosPerEvaluation(SamplerEntry sampler) {
        double[] times = new double[RUNS];
        for (int i = -WARM_UP; i < RUNS; i++) {
            evaluations = 0;
            long before = CLOCK.getCurrentThreadCpuTime();
            run(sampler);
            double time = (double) (CLOCK.getCurrentThreadCpuTime() - before) / evaluations;
            times[Math.max(0, i)] = time;
        }
        Arrays.sort(times);
        return times[RUNS / 2];
    }

    private void run(SamplerEntry sampler) {
        SchedulerConfig model = new SchedulerConfig(
                Objects.requireNonNull(MODELS.get(sampler.family()), "a family without a model"),
                Map.of("beta_start", 0.00085, "beta_end", 0.012, "clip_sample", false));
        SamplingPlan plan = SamplingPlanner.plan(
                model, new SamplingOptions(sampler.name(), null, Steps.of(steps), null, null, null));
        Noise noise = new CpuGenerator(2).noise(values);
        plan.run(plan.initial(noise.next()), new AtOnce(), noise, StepObserver.none());
    }

    /** Answers without looking. */
    private final class AtOnce implements Denoiser {

        @Override
        public float[] denoise(float[] x, NoiseLevel level) {
            evaluations++;
            return answer;
        }

        @Override
        public float[] denoiseWithUnguided(float[] x, NoiseLevel level) {
            evaluations++;
            return both;
        }
    }
}
