package dev.darkroom.training.stage;

import dev.darkroom.denoise.StepObserver;
import dev.darkroom.denoise.guidance.ClassifierFreeGuidance;
import dev.darkroom.denoise.guidance.Network;
import dev.darkroom.denoise.noise.CpuGenerator;
import dev.darkroom.denoise.plan.SamplingOptions;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.denoise.plan.SamplingPlanner;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.Steps;
import dev.darkroom.generation.Size;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PicturePlanes;
import dev.darkroom.latent.Autoencoder;
import dev.darkroom.text.ClipTokenizer;
import dev.darkroom.torch.Batching;
import dev.darkroom.torch.Checkpoint;
import dev.darkroom.torch.ClipTextModel;
import dev.darkroom.torch.Placement;
import dev.darkroom.torch.TextConditioning;
import dev.darkroom.torch.TorchEngine;
import dev.darkroom.torch.UNet2DCondition;
import dev.darkroom.torch.UNetContext;
import dev.darkroom.torch.UNetRow;
import dev.darkroom.torch.Wrap;

/** Draws with weights that are still learning: the networks and the samplers of the service, one picture at a time. */
final class ModelSampler implements AutoCloseable {

    private final ClipTokenizer tokenizer;
    private final Autoencoder autoencoder;
    private final ClipTextModel text;
    private final UNet2DCondition unet;
    private final SamplingPlan plan;
    private final int latent;

    /**
     * @param autoencoder stays open when this is closed
     * @param latent side of a latent
     */
    ModelSampler(
            TorchEngine engine,
            Placement placement,
            ClipTokenizer tokenizer,
            Autoencoder autoencoder,
            Checkpoint text,
            Checkpoint unet,
            SchedulerConfig scheduler,
            int steps,
            int latent) {
        this.tokenizer = tokenizer;
        this.autoencoder = autoencoder;
        this.text = ClipTextModel.open(engine, text, placement);
        this.unet = UNet2DCondition.open(engine, unet, placement);
        this.plan = SamplingPlanner.plan(scheduler, SamplingOptions.of(Steps.of(steps)));
        this.latent = latent;
    }

    /** What the UNet is conditioned on; the caller closes it. */
    UNetContext context(String prompt) {
        int[] ids = tokenizer.tokenize(prompt).ids();
        return unet.context(
                TextConditioning.of(ids.length, text.encode(ids, 0, true).hidden()));
    }

    UNet2DCondition unet() {
        return unet;
    }

    /** The picture of a prompt and a seed. */
    Picture draw(String prompt, long seed, double guidance) {
        try (UNetContext conditional = context(prompt);
                UNetContext unconditional = context("")) {
            CpuGenerator generator = new CpuGenerator(seed);
            int count = autoencoder.channels() * latent * latent;
            Network<UNetContext> network = (input, timestep, conditions) -> unet.evaluate(
                    conditions.stream()
                            .map(condition -> new UNetRow(input, timestep, condition))
                            .toList(),
                    latent,
                    latent,
                    Batching.THROUGHPUT);
            float[] result = plan.run(
                    plan.initial(generator.normals(count)),
                    plan.denoiser(network, new ClassifierFreeGuidance<>(conditional, unconditional, guidance, 0)),
                    () -> generator.normals(count),
                    StepObserver.none());
            int side = latent * autoencoder.factor();
            return PicturePlanes.fromSigned(
                    autoencoder.decode(result, latent, latent, Wrap.NONE), new Size(side, side));
        }
    }

    @Override
    public void close() {
        unet.close();
        text.close();
    }
}
