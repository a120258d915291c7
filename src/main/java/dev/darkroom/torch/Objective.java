package dev.darkroom.torch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What is learned: the networks, and the TorchScript source of the loss. Immutable. */
public final class Objective {

    private final String source;
    private final Map<String, Blueprint> networks;
    private final Map<String, Attribute> settings;

    private Objective(String source, Map<String, Blueprint> networks, Map<String, Attribute> settings) {
        this.source = source;
        this.networks = networks;
        this.settings = settings;
    }

    /**
     * Pictures come back through a noisy latent: L1 + 2 L2 + L1 of differences + half the L1 of 4x4 means + KL.
     *
     * @param vae the autoencoder; its weights are called {@code vae.…}; those that are frozen do not learn
     * @param kl weight of the Kullback-Leibler term, the mean over the latent's numbers
     */
    public static Objective autoencoder(Blueprint vae, double kl) {
        return new Objective(
                "autoencoder.py", Map.of("vae", vae), Map.of("frozen", Attribute.tensors(), "kl", Attribute.of(kl)));
    }

    /**
     * Analog bits come back from noise, some with a first guess beside them (Chen, Zhang and Hinton 2022).
     *
     * @param unet takes twice as many channels as it gives; its weights are called {@code unet.…}
     */
    public static Objective bits(Blueprint unet) {
        return new Objective("bits.py", Map.of("unet", unet), Map.of());
    }

    /**
     * Pictures are told by their attributes: cross-entropy of every head.
     *
     * @param classifier its weights are called {@code classifier.…}
     */
    public static Objective classifier(Blueprint classifier) {
        return new Objective("classifier.py", Map.of("classifier", classifier), Map.of());
    }

    /**
     * A UNet predicts the target of noisy pictures, some of one class each: weighted squared error.
     *
     * @param unet the UNet; its weights are called {@code unet.…}
     */
    public static Objective pixels(Blueprint unet) {
        return new Objective("pixels.py", Map.of("unet", unet), Map.of());
    }

    /**
     * A text encoder tells attributes from captions, each by a linear head {@code head.NAME} on its hidden states.
     *
     * @param text the text encoder; its weights are called {@code text.…}
     */
    public static Objective text(Blueprint text) {
        return new Objective("text.py", Map.of("text", text), Map.of());
    }

    /**
     * A UNet predicts the target of noisy latents from captions: weighted squared error. Its middle may be aligned with
     * features of the clean pictures, which come with the batch: 1 - cosine, the layers in between are {@code align.1} and
     * {@code align.2} (Yu et al. 2024, https://arxiv.org/abs/2410.06940).
     *
     * @param text the text encoder; its weights are called {@code text.…}
     * @param unet the UNet; its weights are called {@code unet.…}
     * @param scale of low-rank updates {@code NAME.lora_up} times {@code NAME.lora_down} of frozen weights, if there are any
     * @param align weight of the alignment
     */
    public static Objective denoising(Blueprint text, Blueprint unet, double scale, double align) {
        return new Objective(
                "denoising.py",
                Map.of("text", text, "unet", unet),
                Map.of("frozen", Attribute.tensors(), "scale", Attribute.of(scale), "align", Attribute.of(align)));
    }

    /**
     * A UNet learns to jump where another one's guided path ends: latent consistency distillation (Luo et al. 2023).
     *
     * @param text the text encoder, which does not learn; its weights are called {@code text.…}
     * @param unet the architecture of both; the weights that learn are called {@code unet.…}, the frozen ones of the
     *     teacher {@code teacher.…}
     */
    public static Objective distilling(Blueprint text, Blueprint unet) {
        return new Objective(
                "distilling.py", Map.of("text", text, "unet", unet, "teacher", unet, "target", unet), Map.of());
    }

    /** The networks by the prefix of their weights. */
    public Map<String, Blueprint> networks() {
        return networks;
    }

    byte[] archive(Precision precision, Map<String, Attribute> optimizer) {
        String text = Stream.of(
                        Stream.of("kernels_training.py", "layers.py").map(ScriptArchive::read),
                        networks.values().stream().map(Blueprint::source).distinct(),
                        Stream.of("training/optimizer.py", "training/" + source, "training/learner.py")
                                .map(ScriptArchive::read))
                .flatMap(part -> part)
                .reduce("", (before, part) -> before + part + '\n');
        Map<String, Attribute> attributes = new LinkedHashMap<>(settings);
        attributes.put("optimizer", new Attribute.Module("Optimizer", optimizer));
        networks.forEach((name, network) -> attributes.put(name, network.module(precision)));
        return ScriptArchive.of(text, new Attribute.Module("Learner", attributes));
    }
}
