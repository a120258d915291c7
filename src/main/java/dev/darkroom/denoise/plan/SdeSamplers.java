package dev.darkroom.denoise.plan;

import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.guidance.ScorePreconditioning;
import dev.darkroom.denoise.guidance.Thresholding;
import dev.darkroom.denoise.sde.Discretization;
import dev.darkroom.denoise.sde.TimeGrid;
import java.util.List;

/** Samplers of score models, each for the SDE that its model was trained on. */
final class SdeSamplers {

    private static final String SONG = ScoreSamplers.SONG;

    static final List<SamplerEntry> ALL = List.of(
            predictorCorrector(ScoreModel.VE, "ScoreSdeVeScheduler"),
            reverseSde(ScoreModel.VE, ""),
            probabilityFlow(ScoreModel.VE),
            annealedLangevin(),
            reverseSde(ScoreModel.VP, "ScoreSdeVpScheduler"),
            predictorCorrector(ScoreModel.VP, ""),
            probabilityFlow(ScoreModel.VP),
            reverseSde(ScoreModel.SUB_VP, "ScoreSdeSubVpScheduler"),
            predictorCorrector(ScoreModel.SUB_VP, ""),
            probabilityFlow(ScoreModel.SUB_VP));

    private SdeSamplers() {}

    private static SamplerEntry reverseSde(ScoreModel model, String schedulerClass) {
        return model.entry("reverse_sde", "Reverse SDE", "The model's reverse SDE by Euler and Maruyama.")
                .scheduler(schedulerClass)
                .paper(SONG + ", equation 6")
                .stochastic()
                .goodSteps(500, 2000)
                .by((config, steps) -> {
                    Discretization euler = Discretization.eulerMaruyama(model.sde(config));
                    Schedule schedule = model.reversed(model.grid(config), steps.count());
                    return plan(model, ScoreSamplers.reverse(euler, config), schedule);
                });
    }

    private static SamplerEntry predictorCorrector(ScoreModel model, String schedulerClass) {
        return model.entry("predictor_corrector", "Predictor-Corrector", "Langevin steps and the model's reverse SDE.")
                .tunable(SamplerOption.SNR, SamplerOption.CORRECT_STEPS)
                .scheduler(schedulerClass)
                .paper(SONG + ", algorithm 1")
                .stochastic()
                .evaluations(2)
                .goodSteps(200, 2000)
                .by((config, steps) -> {
                    Sampler loop = ScoreSamplers.corrected(model.predictor(config), config);
                    return plan(model, loop, model.predicted(model.grid(config), steps.count()));
                });
    }

    private static SamplerEntry probabilityFlow(ScoreModel model) {
        return model.entry(
                        "probability_flow",
                        "Probability Flow",
                        "The model's ODE to a tolerance; ignores the step count.")
                .tunable(SamplerOption.TOLERANCE)
                .paper(SONG + ", equation 13")
                .order(5)
                .evaluations(6)
                .goodSteps(10, 20)
                .by((config, steps) -> {
                    TimeGrid grid = model.grid(config);
                    NoiseLevel end = grid.sde().level(grid.smallest());
                    Sampler loop = ScoreSamplers.flow(config, end.sigma() / end.alpha());
                    return plan(model, loop, grid.chained(steps.count()));
                });
    }

    private static SamplerEntry annealedLangevin() {
        ScoreModel model = ScoreModel.VE;
        return model.entry("annealed_langevin", "Annealed Langevin", "Langevin steps at one level after the other.")
                .tunable(SamplerOption.LANGEVIN_RATE, SamplerOption.LANGEVIN_STEPS)
                .paper("Song and Ermon 2019, https://arxiv.org/abs/1907.05600, algorithm 1")
                .stochastic()
                .evaluations(5)
                .goodSteps(50, 1000)
                .by((config, steps) -> plan(
                        model,
                        ScoreSamplers.langevin(config),
                        model.grid(config).throughLevels(steps.count())));
    }

    private static SamplingPlan plan(ScoreModel model, Sampler loop, Schedule schedule) {
        boolean exploding = model == ScoreModel.VE;
        double scale = exploding ? schedule.from(0).sigma() : 1;
        return new SamplingPlan(loop, schedule, scale, new ScorePreconditioning(!exploding), Thresholding.NONE);
    }
}
