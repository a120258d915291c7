package dev.darkroom.pipeline;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.guidance.Guidance;
import dev.darkroom.denoise.noise.LatentShape;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.worker.DenoisingSession;
import dev.darkroom.worker.ModelLease;
import dev.darkroom.worker.PreparedPrompt;
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
    private final RunProgress progress;
    private final Stopwatch stopwatch;
    private int evaluations;

    ImageRun(int index, ImageNoise noise, Blueprint blueprint, RunProgress progress, Stopwatch stopwatch) {
        this.index = index;
        this.noise = noise;
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
        for (Pass pass : blueprint.passes()) {
            latent = denoise(pass, latent);
        }
        return Objects.requireNonNull(latent, "there is no pass");
    }

    private float[] denoise(Pass pass, float @Nullable [] before) {
        SamplingPlan plan = pass.plan();
        try (DenoisingSession session = blueprint.model().denoise(pass.shape(), blueprint.tokens())) {
            Noise draws = noise.of(pass.shape());
            float[] start = pass.start().latent(plan, draws, before);
            Denoiser network = plan.denoiser(session, blueprint.guidance());
            MonitoredDenoiser denoiser = new MonitoredDenoiser(network, progress.monitor(), index, evaluations);
            float[] latent = plan.run(
                    start, denoiser, draws, (step, x) -> progress.stepped(index, denoiser.latest(), pass.shape()));
            evaluations = denoiser.evaluations();
            return latent;
        }
    }

    /**
     * What all images of a request have in common.
     *
     * @param model runs the networks
     * @param passes from noise to the finished latent, at least one
     * @param guidance prompts and how they are combined
     * @param tokens of each prompt
     */
    record Blueprint(ModelLease model, List<Pass> passes, Guidance<PreparedPrompt> guidance, int tokens) {

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
