package dev.darkroom.denoise.plan;

import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.guidance.Preconditioning.Factors;
import dev.darkroom.denoise.guidance.PredictionType;
import dev.darkroom.denoise.sampler.Ddim;
import dev.darkroom.denoise.sampler.Lcm;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.Steps;
import dev.darkroom.denoise.schedule.TimestepTable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which levels a model is distilled at, and how its teacher steps from one to the next: the levels, the solver and the
 * boundary condition of the samplers that will draw with it. Immutable.
 */
public final class ConsistencyPlan {

    private static final double TIMESTEP_SCALING = 10;

    private final Map<String, Object> scheduler;
    private final SchedulerConfig student;
    private final SchedulerConfig teacher;
    private final TimestepTable table;
    private final PredictionType prediction;
    private final Lcm loop = new Lcm(TIMESTEP_SCALING);
    private final int skip;

    /**
     * @param scheduler {@code scheduler_config.json} of the teacher
     * @param skip timesteps that the teacher goes at once
     * @throws IllegalArgumentException if the model has no timesteps, or the skip does not divide them
     */
    public ConsistencyPlan(Map<String, Object> scheduler, int skip) {
        SchedulerConfig given = SchedulerConfig.of(scheduler);
        this.prediction = PredictionType.of(given.text("prediction_type", "epsilon"));
        this.scheduler = student(given, skip);
        this.student = SchedulerConfig.of(this.scheduler);
        this.teacher = student.as("DDIMScheduler");
        this.table = TimestepTable.of(student);
        this.skip = skip;
        check();
    }

    /** All that the levels follow from is said, so that no default of another class comes in. */
    private static Map<String, Object> student(SchedulerConfig given, int skip) {
        int timesteps = given.integer("num_train_timesteps", 1000);
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("_class_name", "LCMScheduler");
        config.put("num_train_timesteps", timesteps);
        config.put("beta_schedule", given.text("beta_schedule", "linear"));
        config.put("beta_start", given.number("beta_start", 0.0001));
        config.put("beta_end", given.number("beta_end", 0.02));
        config.put("rescale_betas_zero_snr", given.flag("rescale_betas_zero_snr", false));
        if (given.has("trained_betas")) {
            config.put(
                    "trained_betas",
                    Arrays.stream(given.numbers("trained_betas")).boxed().toList());
        }
        config.put("prediction_type", given.text("prediction_type", "epsilon"));
        config.put("original_inference_steps", timesteps / skip);
        config.put("timestep_scaling", TIMESTEP_SCALING);
        config.put("set_alpha_to_one", true);
        config.put("clip_sample", false);
        return config;
    }

    private void check() {
        if (prediction == PredictionType.FLOW || prediction == PredictionType.DATA_FLOW) {
            throw new IllegalArgumentException("the teacher is a flow model; consistency distillation"
                    + " takes models that predict epsilon, v_prediction or sample");
        }
        if (table.size() % skip != 0) {
            throw new IllegalArgumentException("a skip of " + skip + " timesteps does not do; say a divisor of the "
                    + table.size() + " timesteps, such as 20");
        }
        if (table.level(table.size() - 1).alpha() == 0 && prediction == PredictionType.EPSILON) {
            throw new IllegalArgumentException("the teacher predicts noise and has zero terminal SNR,"
                    + " which says nothing of a picture where a jump begins; take one that predicts v");
        }
    }

    /** How many levels there are to jump from. */
    public int levels() {
        return table.size() / skip;
    }

    /** Level number {@code index}, 0 the least noisy one to jump from; -1 is the clean latent. */
    public NoiseLevel level(int index) {
        return table.level((index + 1) * skip - 1);
    }

    /** Timestep; in, skip and out of the prediction type; what a jump keeps of the latent, and takes of the clean one. */
    public float[] row(int index) {
        NoiseLevel level = level(index);
        Factors read = prediction.at(level);
        Lcm.Boundary boundary = loop.boundary(level);
        return new float[] {
            (float) level.timestep(),
            (float) read.in(),
            (float) read.skip(),
            (float) read.out(),
            (float) boundary.skip(),
            (float) boundary.out()
        };
    }

    /** Of the teacher's step to the level before: the shares of the latent and of the clean one. */
    public float[] step(int index) {
        Ddim.Step step = Ddim.step(level(index), level(index - 1));
        return new float[] {(float) step.noisy(), (float) step.clean()};
    }

    /** The teacher's whole path from a level. */
    public SamplingPlan path(int index) {
        double[] timesteps = new double[index + 1];
        for (int i = 0; i <= index; i++) {
            timesteps[i] = level(index - i).timestep();
        }
        return SamplingPlanner.plan(teacher, SamplingOptions.of(Steps.timesteps(timesteps)));
    }

    /** The student's jump from a level. */
    public SamplingPlan jump(int index) {
        Steps one = Steps.timesteps(level(index).timestep());
        return SamplingPlanner.plan(student, SamplingOptions.of(one));
    }

    /** {@code scheduler_config.json} of the student. */
    public Map<String, Object> scheduler() {
        return scheduler;
    }
}
