package dev.darkroom.denoise.plan;

import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.sde.Discretization;
import dev.darkroom.denoise.sde.LinearBeta;
import dev.darkroom.denoise.sde.Sde;
import dev.darkroom.denoise.sde.SubVariancePreservingSde;
import dev.darkroom.denoise.sde.TimeGrid;
import dev.darkroom.denoise.sde.VarianceExplodingSde;
import dev.darkroom.denoise.sde.VariancePreservingSde;

/** The three SDEs that score models are trained on; where diffusers has a scheduler class, in its discretization. */
enum ScoreModel {

    /** Variance exploding; its networks predict the score. */
    VE("VE", ModelFamily.VE_SDE, 1e-5) {
        @Override
        VarianceExplodingSde sde(SchedulerConfig config) {
            return new VarianceExplodingSde(config.number("sigma_min", 0.01), config.number("sigma_max", 1348));
        }

        @Override
        Discretization predictor(SchedulerConfig config) {
            return Discretization.levelChain(sde(config), smallestTime(config));
        }

        @Override
        Schedule predicted(TimeGrid grid, int count) {
            return grid.throughLevels(count);
        }

        @Override
        Schedule reversed(TimeGrid grid, int count) {
            return grid.chained(count);
        }
    },

    /** Variance preserving; its networks predict the noise. */
    VP("VP", ModelFamily.VP_SDE, 1e-3) {
        @Override
        Sde sde(SchedulerConfig config) {
            return new VariancePreservingSde(beta(config));
        }

        @Override
        Discretization predictor(SchedulerConfig config) {
            return Discretization.markovChain(beta(config));
        }

        @Override
        Schedule predicted(TimeGrid grid, int count) {
            return grid.overlapping(count);
        }

        @Override
        Schedule reversed(TimeGrid grid, int count) {
            return grid.overlapping(count);
        }
    },

    /** Sub-VP; its networks predict the noise. */
    SUB_VP("sub-VP", ModelFamily.SUB_VP_SDE, 1e-3) {
        @Override
        Sde sde(SchedulerConfig config) {
            return new SubVariancePreservingSde(beta(config));
        }

        @Override
        Discretization predictor(SchedulerConfig config) {
            return Discretization.eulerMaruyama(sde(config));
        }

        @Override
        Schedule predicted(TimeGrid grid, int count) {
            return grid.overlapping(count);
        }

        @Override
        Schedule reversed(TimeGrid grid, int count) {
            return grid.chained(count);
        }
    };

    private final String title;
    private final ModelFamily family;
    private final double smallestTime;

    ScoreModel(String title, ModelFamily family, double smallestTime) {
        this.title = title;
        this.family = family;
        this.smallestTime = smallestTime;
    }

    /** The forward process of a configuration. */
    abstract Sde sde(SchedulerConfig config);

    /** The reverse diffusion that goes with a corrector. */
    abstract Discretization predictor(SchedulerConfig config);

    /** The steps of a predictor with a corrector. */
    abstract Schedule predicted(TimeGrid grid, int count);

    /** The steps of Euler and Maruyama. */
    abstract Schedule reversed(TimeGrid grid, int count);

    TimeGrid grid(SchedulerConfig config) {
        return new TimeGrid(sde(config), smallestTime(config));
    }

    double smallestTime(SchedulerConfig config) {
        return config.number("sampling_eps", smallestTime);
    }

    /** The beginning of an entry for this model. */
    SamplerEntryBuilder entry(String name, String written, String sentence) {
        return SamplerEntry.named(family.prefix() + name)
                .ownTimesteps()
                .family(family)
                .title(title + " " + written, sentence);
    }

    private static LinearBeta beta(SchedulerConfig config) {
        return new LinearBeta(config.number("beta_min", 0.1), config.number("beta_max", 20));
    }
}
