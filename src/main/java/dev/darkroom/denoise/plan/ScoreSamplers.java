package dev.darkroom.denoise.plan;

import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.ode.Tolerance;
import dev.darkroom.denoise.sampler.AnnealedLangevin;
import dev.darkroom.denoise.sampler.LangevinCorrector;
import dev.darkroom.denoise.sampler.PredictorCorrector;
import dev.darkroom.denoise.sampler.ProbabilityFlow;
import dev.darkroom.denoise.sampler.ReverseSde;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.TrainingTable;
import dev.darkroom.denoise.sde.Discretization;
import java.util.List;

/** The score-based formulation for models that were not made for it: their levels are those of an SDE, too. */
final class ScoreSamplers {

    static final String SONG = "Song et al. 2021, https://arxiv.org/abs/2011.13456";

    static final List<SamplerEntry> ALL = List.of(
            SamplerEntry.named("reverse_sde")
                    .title("Reverse SDE", "The reverse SDE by Euler and Maruyama; needs many steps.")
                    .paper(SONG + ", equation 6")
                    .stochastic()
                    .goodSteps(100, 1000)
                    .aliases("euler_maruyama")
                    .by(Recipes.solver(config -> reverse(Discretization.eulerMaruyamaOfLevels(), config))),
            SamplerEntry.named("predictor_corrector")
                    .tunable(SamplerOption.SNR, SamplerOption.CORRECT_STEPS)
                    .title("Predictor-Corrector", "A Langevin step at each level, then a step of the reverse SDE.")
                    .paper(SONG + ", algorithm 1")
                    .stochastic()
                    .evaluations(2)
                    .goodSteps(50, 500)
                    .aliases("pc")
                    .by(Recipes.solver(config -> corrected(Discretization.transition(), config))),
            SamplerEntry.named("probability_flow")
                    .withoutSpacing()
                    .tunable(SamplerOption.TOLERANCE)
                    .takes()
                    .title("Probability Flow", "The ODE by Dormand and Prince, to a tolerance; ignores the step count.")
                    .paper(SONG + ", equation 13")
                    .order(5)
                    .evaluations(6)
                    .goodSteps(10, 20)
                    .aliases("rk45", "dopri5")
                    .takes()
                    .by(Recipes.discrete(ScoreSamplers::flow)),
            SamplerEntry.named("annealed_langevin")
                    .tunable(SamplerOption.LANGEVIN_RATE, SamplerOption.LANGEVIN_STEPS)
                    .title("Annealed Langevin", "Langevin steps at one level after the other; needs many evaluations.")
                    .paper("Song and Ermon 2019, https://arxiv.org/abs/1907.05600, algorithm 1")
                    .stochastic()
                    .evaluations(5)
                    .goodSteps(50, 200)
                    .aliases("ald", "ncsn")
                    .by(Recipes.discrete(ScoreSamplers::langevin)),
            SamplerEntry.named("edm_predictor_corrector")
                    .tunable(SamplerOption.SNR, SamplerOption.CORRECT_STEPS)
                    .ownTimesteps()
                    .family(ModelFamily.EDM)
                    .title("EDM Predictor-Corrector", "Predictor-Corrector for models with the preconditioning of EDM.")
                    .paper(SONG + ", algorithm 1")
                    .stochastic()
                    .evaluations(2)
                    .goodSteps(50, 500)
                    .by(ContinuousRecipes.edm(config -> corrected(Discretization.transition(), config))),
            SamplerEntry.named("edm_probability_flow")
                    .tunable(SamplerOption.TOLERANCE)
                    .ownTimesteps()
                    .family(ModelFamily.EDM)
                    .title("EDM Probability Flow", "Probability Flow for models with the preconditioning of EDM.")
                    .paper(SONG + ", equation 13")
                    .order(5)
                    .evaluations(6)
                    .goodSteps(10, 20)
                    .by(ContinuousRecipes.edm(config -> flow(config, config.number("sigma_min", 0.002)))));

    private ScoreSamplers() {}

    static Sampler reverse(Discretization discretization, SchedulerConfig config) {
        return new ReverseSde(discretization, config.flag("noisy_end", false));
    }

    static Sampler corrected(Discretization discretization, SchedulerConfig config) {
        return new PredictorCorrector(
                discretization,
                new LangevinCorrector(config.number("snr", 0.15)),
                config.integer("correct_steps", 1),
                config.flag("noisy_end", false));
    }

    static Sampler flow(SchedulerConfig config, double smallest) {
        return new ProbabilityFlow(Tolerance.of(config.number("tolerance", 1e-3)), smallest);
    }

    static Sampler langevin(SchedulerConfig config) {
        return new AnnealedLangevin(config.number("langevin_rate", 0.2), config.integer("langevin_steps", 5));
    }

    private static Sampler flow(SchedulerConfig config) {
        return flow(config, TrainingTable.of(config).withFiniteSigmas().sigmaMin());
    }
}
