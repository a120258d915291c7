package dev.darkroom.pipeline;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.guidance.Guidance;
import dev.darkroom.denoise.noise.LatentShape;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.worker.DenoisingSession;
import dev.darkroom.worker.ModelLease;
import dev.darkroom.worker.PreparedPrompt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * One image from noise to pixels: its own seed, generator and loop; only the network calls are shared with others.
 * Runs once, on one thread.
 */
final class ImageRun implements Callable<float[]> {

    private final int index;
    private final Noise noise;
    private final Blueprint blueprint;
    private final RunProgress progress;
    private final Stopwatch stopwatch;

    ImageRun(int index, Noise noise, Blueprint blueprint, RunProgress progress, Stopwatch stopwatch) {
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
        SamplingPlan plan = blueprint.plan();
        try (DenoisingSession session = blueprint.model().denoise(blueprint.shape(), blueprint.tokens())) {
            float[] start = start(plan);
            Denoiser network = plan.denoiser(session, blueprint.guidance());
            MonitoredDenoiser denoiser = new MonitoredDenoiser(network, progress.monitor(), index);
            return plan.run(start, denoiser, noise, (step, x) -> progress.stepped(index, denoiser.latest()));
        }
    }

    /** Pure noise, or the noised source picture; with a picture its posterior is drawn first, as diffusers does. */
    private float[] start(SamplingPlan plan) {
        float[] source = blueprint.source();
        if (source == null) {
            return plan.initial(noise.next());
        }
        float[] clean = blueprint.model().encodePicture(source, blueprint.shape(), noise.next());
        return plan.noised(clean, noise.next());
    }

    /**
     * What all images of a request have in common.
     *
     * @param model runs the networks
     * @param shape of the latents
     * @param plan sampler and schedule
     * @param guidance prompts and how they are combined
     * @param tokens of each prompt
     * @param source picture to start from, [3, height, width] flattened, -1 to 1; null for text-to-image
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Blueprint(
            ModelLease model,
            LatentShape shape,
            SamplingPlan plan,
            Guidance<PreparedPrompt> guidance,
            int tokens,
            float @Nullable [] source) {}
}
