package dev.darkroom.denoise.plan;

import dev.darkroom.denoise.Frame;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Schedule.LevelFinder;
import dev.darkroom.denoise.guidance.Preconditioning;
import dev.darkroom.denoise.guidance.ScorePreconditioning;
import dev.darkroom.denoise.likelihood.Prior;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.TrainingTable;
import dev.darkroom.denoise.sde.Sde;

/**
 * The probability flow of a model as a whole, from the cleanest latents it knows to nothing but noise.
 *
 * @param clean ratio of noise to signal where the flow begins
 * @param noise ratio where it ends
 * @param levels the level of a ratio, in the frame of the model
 * @param preconditioning of the network
 * @param prior at the noisy end
 */
public record FlowEnds(double clean, double noise, LevelFinder levels, Preconditioning preconditioning, Prior prior) {

    /**
     * The flow of a model.
     *
     * @param model the model's {@code scheduler_config.json}
     * @throws IllegalArgumentException if the model is of a family whose flow has no such ends
     */
    public static FlowEnds of(SchedulerConfig model) {
        ModelFamily family = SamplerCatalog.of(model).family();
        return switch (family) {
            case DISCRETE -> discrete(model);
            case VE_SDE -> score(ScoreModel.VE, model, Prior.noise());
            case VP_SDE -> score(ScoreModel.VP, model, Prior.unitVariance());
            case SUB_VP_SDE -> score(ScoreModel.SUB_VP, model, Prior.unitVariance());
            case EDM, CONSISTENCY, DANCE, FLOW, OWN ->
                throw new IllegalArgumentException(
                        "is of a kind whose likelihood is not computed here; it takes one trained on timesteps with"
                                + " noise or velocity as its target, such as Stable Diffusion, or a score model");
        };
    }

    private static FlowEnds discrete(SchedulerConfig model) {
        TrainingTable table = TrainingTable.of(model).withFiniteSigmas();
        LevelFinder levels = ratio -> Frame.VARIANCE_PRESERVING.level(table.timestepOf(ratio), ratio);
        return new FlowEnds(
                table.sigmaMin(), table.sigmaMax(), levels, Recipes.prediction(model), Prior.unitVariance());
    }

    private static FlowEnds score(ScoreModel kind, SchedulerConfig model, Prior prior) {
        Sde sde = kind.sde(model);
        NoiseLevel clean = sde.level(kind.smallestTime(model));
        NoiseLevel noise = sde.level(1);
        return new FlowEnds(
                clean.sigma() / clean.alpha(),
                noise.sigma() / noise.alpha(),
                sde::atRatio,
                new ScorePreconditioning(kind != ScoreModel.VE),
                prior);
    }
}
