package dev.darkroom.training.stage;

import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.StepObserver;
import dev.darkroom.denoise.guidance.ClassifierFreeGuidance;
import dev.darkroom.denoise.guidance.Network;
import dev.darkroom.denoise.noise.CpuGenerator;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.generation.Size;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PicturePlanes;
import dev.darkroom.latent.Autoencoder;
import dev.darkroom.text.ClipTokenizer;
import dev.darkroom.torch.Batching;
import dev.darkroom.torch.ClipTextModel;
import dev.darkroom.torch.Placement;
import dev.darkroom.torch.TextConditioning;
import dev.darkroom.torch.TorchEngine;
import dev.darkroom.torch.UNet2DCondition;
import dev.darkroom.torch.UNetContext;
import dev.darkroom.torch.UNetRow;
import dev.darkroom.torch.Unfinished;
import dev.darkroom.torch.Wrap;

/** Draws with weights that are still learning: the networks and the samplers of the service, one picture at a time. */
final class ModelSampler implements AutoCloseable {

    private final ClipTokenizer tokenizer;
    private final Autoencoder autoencoder;
    private final ClipTextModel text;
    private final UNet2DCondition unet;

    /** @param parts stay open when this is closed */
    ModelSampler(TorchEngine engine, Placement placement, DenoisingParts parts, TrainedModel model) {
        this.tokenizer = parts.tokenizer();
        this.autoencoder = parts.autoencoder();
        try (Unfinished opened = new Unfinished()) {
            this.text = opened.add(ClipTextModel.open(engine, model.text(), placement));
            this.unet = opened.add(UNet2DCondition.open(engine, model.unet(), placement));
            opened.finished();
        }
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
    Picture draw(SamplingPlan plan, Size size, String prompt, long seed, double guidance) {
        CpuGenerator generator = new CpuGenerator(seed);
        int height = size.height() / autoencoder.factor();
        int width = size.width() / autoencoder.factor();
        int count = autoencoder.channels() * height * width;
        float[] x = plan.initial(generator.normals(count));
        float[] latent = run(plan, size, x, prompt, guidance, () -> generator.normals(count));
        return PicturePlanes.fromSigned(autoencoder.decode(latent, height, width, Wrap.NONE), size);
    }

    /**
     * The latent that a plan makes of another one.
     *
     * @param size of the picture
     * @param x at the plan's first level
     * @param noise for samplers that draw some
     */
    float[] run(SamplingPlan plan, Size size, float[] x, String prompt, double guidance, Noise noise) {
        int height = size.height() / autoencoder.factor();
        int width = size.width() / autoencoder.factor();
        Network<UNetContext> network = (input, timestep, conditions) -> unet.evaluate(
                conditions.stream()
                        .map(condition -> new UNetRow(input, timestep, condition))
                        .toList(),
                height,
                width,
                Batching.THROUGHPUT);
        try (UNetContext conditional = context(prompt);
                UNetContext unconditional = context("")) {
            var guided = new ClassifierFreeGuidance<>(conditional, unconditional, guidance, 0);
            return plan.run(x, plan.denoiser(network, guided), noise, StepObserver.none());
        }
    }

    @Override
    public void close() {
        unet.close();
        text.close();
    }

    /** Brings a model to the device. */
    interface Opener {

        /** The caller closes it. */
        ModelSampler open(TrainedModel model);
    }
}
