package dev.darkroom.pipeline;

import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.guidance.Network;
import dev.darkroom.denoise.guidance.SelfConditioning;
import dev.darkroom.denoise.noise.LatentShape;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.torch.Condition;
import dev.darkroom.worker.DenoisingSession;
import dev.darkroom.worker.ModelLease;
import dev.darkroom.worker.PreparedCondition;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * One image from noise to pixels: its own seed, generator and loops; only the network calls are shared with others.
 * Runs once, on one thread.
 */
final class ImageRun implements Callable<float[]> {

    private final int index;
    private final ImageNoise noise;
    private final Blueprint blueprint;
    private final List<GuidanceSchedule> guidance;
    private final RunProgress progress;
    private final Stopwatch stopwatch;
    private int evaluations;

    /** @param guidance of each pass */
    ImageRun(
            int index,
            ImageNoise noise,
            List<GuidanceSchedule> guidance,
            Blueprint blueprint,
            RunProgress progress,
            Stopwatch stopwatch) {
        this.index = index;
        this.noise = noise;
        this.guidance = guidance;
        this.blueprint = blueprint;
        this.progress = progress;
        this.stopwatch = stopwatch;
    }

    /** The picture, [3, height, width] flattened, about -1 to 1. */
    @Override
    public float[] call() {
        float[] latent;
        try (Stopwatch.Running denoising = stopwatch.start(Stopwatch.Stage.DENOISE)) {
            latent = denoise();
        }
        try (Stopwatch.Running decoding = stopwatch.start(Stopwatch.Stage.DECODE)) {
            return blueprint.model().decode(latent, blueprint.shape());
        }
    }

    private float[] denoise() {
        float[] latent = null;
        for (int i = 0; i < blueprint.passes().size(); i++) {
            latent = denoise(blueprint.passes().get(i), guidance.get(i), latent);
        }
        return Objects.requireNonNull(latent, "there is no pass");
    }

    private float[] denoise(Pass pass, GuidanceSchedule guided, float @Nullable [] before) {
        SamplingPlan plan = pass.plan();
        try (DenoisingSession session = blueprint.model().denoise(pass.shape(), tokens(guided))) {
            Noise draws = noise.of(pass);
            Opening opening = pass.start().open(plan, draws, before);
            Network<Condition> network = blueprint.conditions().network(seen(session, opening.input()));
            MonitoredDenoiser denoiser = new MonitoredDenoiser(
                    (call, guess) -> opening.denoiser(plan, beside(guess, network), guided.at(call)),
                    progress.monitor(),
                    index,
                    evaluations);
            progress.began(index, opening.latent(), pass);
            float[] latent = plan.run(
                    opening.latent(),
                    denoiser,
                    draws,
                    (step, x) -> progress.stepped(index, x, denoiser.latest(), pass.shape()));
            evaluations = denoiser.evaluations();
            return opening.finished(latent);
        }
    }

    /** The network as it is asked: beside its last guess, if the model is conditioned on itself. */
    private Network<Condition> beside(float[] guess, Network<Condition> network) {
        return blueprint.model().conditioning().self() ? new SelfConditioning<>(network, () -> guess) : network;
    }

    private static Network<PreparedCondition> seen(DenoisingSession session, NetworkInput input) {
        return (latent, timestep, conditions) ->
                session.evaluate(input.of(latent, conditions.size()), timestep, conditions);
    }

    /** Of the condition that the loop begins with. */
    private static int tokens(GuidanceSchedule guided) {
        NoiseLevel start = new NoiseLevel(0, 0, 1);
        return guided.at(0).conditions(start).get(0).tokens();
    }

    /**
     * What all images of a request have in common.
     *
     * @param model runs the networks
     * @param passes from noise to the finished latent, at least one
     * @param conditions what is ready on the device
     */
    record Blueprint(ModelLease model, List<Pass> passes, ConditionShelf<PreparedCondition> conditions) {

        /** Steps of one image. */
        int steps() {
            return passes.stream().mapToInt(pass -> pass.plan().steps()).sum();
        }

        /** Of the finished latent. */
        LatentShape shape() {
            return passes.get(passes.size() - 1).shape();
        }
    }
}
