package dev.darkroom.denoise.schedule;

import java.util.Arrays;

/**
 * The sigma schedules that people choose by name, whatever the model and the sampler. Each gives the sigmas noisiest
 * first and the final one last.
 */
public enum SigmaSchedule {

    /** Karras et al. 2022, equation 5 with rho 7. */
    KARRAS {
        @Override
        public double[] sigmas(int steps, double min, double max, TrainingTable table) {
            return endingAtZero(SigmaCurve.karras(steps, min, max, 7));
        }
    },

    /** Equal steps in log sigma. */
    EXPONENTIAL {
        @Override
        public double[] sigmas(int steps, double min, double max, TrainingTable table) {
            return endingAtZero(SigmaCurve.exponential(steps, min, max));
        }
    },

    /** Equal steps in log sigma bent by a power; rho 1 as webui has it. */
    POLYEXPONENTIAL {
        @Override
        public double[] sigmas(int steps, double min, double max, TrainingTable table) {
            return endingAtZero(SigmaCurve.polyexponential(steps, min, max, 1));
        }
    },

    /** Beta quantiles, linear in sigma, as in diffusers and webui. */
    BETA {
        @Override
        public double[] sigmas(int steps, double min, double max, TrainingTable table) {
            return endingAtZero(SigmaCurve.beta(steps, min, max));
        }
    },

    /** Beta quantiles over the training timesteps, as in ComfyUI; repeated timesteps are left out. */
    BETA_TIMESTEPS {
        @Override
        public double[] sigmas(int steps, double min, double max, TrainingTable table) {
            double[] timesteps = new double[steps];
            for (int i = 0; i < steps; i++) {
                double quantile = BetaDistribution.SAMPLING.quantile(1 - (double) i / steps);
                timesteps[i] = Math.rint(quantile * (table.size() - 1));
            }
            double[] distinct = Arrays.stream(timesteps).distinct().toArray();
            return endingAtZero(looked(distinct, table));
        }
    },

    /** Equal steps in the training timestep, from the last to the first. */
    UNIFORM {
        @Override
        public double[] sigmas(int steps, double min, double max, TrainingTable table) {
            return endingAtZero(looked(Grid.linear(table.timestepOf(max), table.timestepOf(min), steps), table));
        }
    },

    /** Equal steps in the training timestep, one more than asked with the last left out. */
    SGM_UNIFORM {
        @Override
        public double[] sigmas(int steps, double min, double max, TrainingTable table) {
            double[] grid = Grid.linear(table.timestepOf(max), table.timestepOf(min), steps + 1);
            return endingAtZero(looked(Arrays.copyOf(grid, steps), table));
        }
    },

    /** Entries of the training table at equal distances, counted from the noisy end. */
    SIMPLE {
        @Override
        public double[] sigmas(int steps, double min, double max, TrainingTable table) {
            double[] timesteps = new double[steps];
            for (int i = 0; i < steps; i++) {
                timesteps[i] = table.size() - 1 - Math.floor((double) i * table.size() / steps);
            }
            return endingAtZero(looked(timesteps, table));
        }
    },

    /** The timesteps 1, 1 + s, 1 + 2 s, … with s the whole quotient; may be more than asked. */
    DDIM_UNIFORM {
        @Override
        public double[] sigmas(int steps, double min, double max, TrainingTable table) {
            int stride = Math.max(table.size() / steps, 1);
            int count = (table.size() - 2) / stride + 1;
            double[] timesteps = new double[count];
            for (int i = 0; i < count; i++) {
                timesteps[i] = 1 + (double) (count - 1 - i) * stride;
            }
            return endingAtZero(looked(timesteps, table));
        }
    },

    /** Equal steps in arctan sigma: Sabour et al. 2024, theorem 3.1, <a href="https://arxiv.org/abs/2404.14507">arXiv:2404.14507</a>. */
    KL_OPTIMAL {
        @Override
        public double[] sigmas(int steps, double min, double max, TrainingTable table) {
            double[] sigmas = Grid.linear(Math.atan(max), Math.atan(min), steps);
            return endingAtZero(Arrays.stream(sigmas).map(Math::tan).toArray());
        }
    },

    /** The same in webui's form, which ends at the smallest sigma. */
    KL_OPTIMAL_OPEN {
        @Override
        public double[] sigmas(int steps, double min, double max, TrainingTable table) {
            double[] sigmas = Grid.linear(Math.atan(max), Math.atan(min), steps + 1);
            return Arrays.stream(sigmas).map(Math::tan).toArray();
        }
    },

    /** Align Your Steps for Stable Diffusion 1.5: Sabour et al. 2024. */
    ALIGN_YOUR_STEPS_SD15 {
        @Override
        public double[] sigmas(int steps, double min, double max, TrainingTable table) {
            return AlignYourSteps.SD15.sigmas(steps);
        }
    },

    /** Align Your Steps for Stable Diffusion XL. */
    ALIGN_YOUR_STEPS_SDXL {
        @Override
        public double[] sigmas(int steps, double min, double max, TrainingTable table) {
            return AlignYourSteps.SDXL.sigmas(steps);
        }
    },

    /** Align Your Steps for Stable Video Diffusion. */
    ALIGN_YOUR_STEPS_SVD {
        @Override
        public double[] sigmas(int steps, double min, double max, TrainingTable table) {
            return AlignYourSteps.SVD.sigmas(steps);
        }
    },

    /** Align Your Steps for Stable Diffusion 1.5 as webui has it: three digits, the last level kept before 0. */
    ALIGN_YOUR_STEPS_SD15_WEBUI {
        @Override
        public double[] sigmas(int steps, double min, double max, TrainingTable table) {
            return endingAtZero(AlignYourSteps.SD15_WEBUI.levels(steps));
        }
    },

    /** Align Your Steps for Stable Diffusion XL as webui has it. */
    ALIGN_YOUR_STEPS_SDXL_WEBUI {
        @Override
        public double[] sigmas(int steps, double min, double max, TrainingTable table) {
            return endingAtZero(AlignYourSteps.SDXL_WEBUI.levels(steps));
        }
    },

    /** The VP SDE's sigmas at equal times, with betas 0.1 to 20; the model's own range is not used. */
    VARIANCE_PRESERVING {
        @Override
        public double[] sigmas(int steps, double min, double max, TrainingTable table) {
            return endingAtZero(SigmaCurve.varianceExploded(steps, 19.9, 0.1, 1e-3));
        }
    },

    /** A linear first half, then a parabola with equal slope at the joint: for video models at few steps. */
    LINEAR_QUADRATIC {
        @Override
        public double[] sigmas(int steps, double min, double max, TrainingTable table) {
            return LinearQuadratic.sigmas(steps, max);
        }
    },

    /** Quantiles of a Laplace distribution of log sigma: Hang et al. 2024, <a href="https://arxiv.org/abs/2407.03297">arXiv:2407.03297</a>. */
    LAPLACE {
        @Override
        public double[] sigmas(int steps, double min, double max, TrainingTable table) {
            return endingAtZero(Arrays.stream(Grid.unit(steps))
                    .map(x -> Math.exp(-0.5 * Math.signum(0.5 - x) * Math.log(1 - 2 * Math.abs(0.5 - x) + 1e-5)))
                    .map(sigma -> Math.max(min, Math.min(max, sigma)))
                    .toArray());
        }
    };

    /**
     * The sigmas of a run.
     *
     * @param steps how many steps are asked for
     * @param min smallest sigma above the final one
     * @param max largest sigma
     * @param table what the model was trained on
     */
    public abstract double[] sigmas(int steps, double min, double max, TrainingTable table);

    private static double[] endingAtZero(double[] sigmas) {
        return Arrays.copyOf(sigmas, sigmas.length + 1);
    }

    private static double[] looked(double[] timesteps, TrainingTable table) {
        return Arrays.stream(timesteps).map(table::logLinearSigmaAt).toArray();
    }
}
