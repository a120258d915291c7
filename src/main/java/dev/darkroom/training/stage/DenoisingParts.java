package dev.darkroom.training.stage;

import dev.darkroom.latent.Autoencoder;
import dev.darkroom.model.Component;
import dev.darkroom.model.ModelFormatException;
import dev.darkroom.text.ClipTokenizer;
import dev.darkroom.text.UnusableTokenizerException;
import dev.darkroom.torch.Blueprint;
import dev.darkroom.torch.Learner.Values;
import dev.darkroom.torch.Placement;
import dev.darkroom.torch.TorchEngine;
import dev.darkroom.torch.Unfinished;
import dev.darkroom.torch.UnsupportedNetworkException;
import dev.darkroom.training.TrainingSettings;
import dev.darkroom.training.UnusableSettingsException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the UNet's training builds on. Whoever opens it closes it.
 *
 * @param vaeFolder where the autoencoder lies
 * @param autoencoder pictures to latents and back
 * @param tokenizerFolder where the tokenizer lies
 * @param tokenizer captions to ids
 * @param text the text encoder to begin with
 * @param textNetwork its architecture
 * @param unetNetwork architecture of the UNet
 * @param alignment what the UNet's middle is aligned with; null for nothing
 */
record DenoisingParts(
        Path vaeFolder,
        Autoencoder autoencoder,
        Path tokenizerFolder,
        ClipTokenizer tokenizer,
        Component text,
        Blueprint textNetwork,
        Blueprint unetNetwork,
        @Nullable Alignment alignment)
        implements Closeable {

    /** @throws UnusableSettingsException if a folder lacks what it should hold */
    static DenoisingParts open(
            TrainingSettings settings, DenoisingSettings own, TorchEngine engine, Placement placement)
            throws IOException {
        Path vae = Path.of(own.vae()).resolve("vae");
        Path tokenizer = Path.of(own.text()).resolve("tokenizer");
        try {
            Component text = Component.open(Path.of(own.text()).resolve("text_encoder"));
            ClipTokenizer read = ClipTokenizer.read(tokenizer);
            try (Unfinished opened = new Unfinished()) {
                Autoencoder autoencoder = opened.add(Autoencoder.open(engine, Component.open(vae), placement));
                DenoisingParts parts = new DenoisingParts(
                        vae,
                        autoencoder,
                        tokenizer,
                        read,
                        text,
                        new Blueprint(Blueprint.Kind.TEXT_ENCODER, text.config()),
                        new Blueprint(Blueprint.Kind.UNET, unetConfig(settings, own, text, autoencoder)),
                        own.align() > 0 ? opened.add(Alignment.open(own.judge(), engine)) : null);
                opened.finished();
                return parts;
            }
        } catch (ModelFormatException | UnusableTokenizerException | UnsupportedNetworkException e) {
            throw new UnusableSettingsException(
                    "objective.vae, objective.text and, where it is given, objective.unet must hold trained parts: "
                            + e.getMessage(),
                    e);
        }
    }

    private static Map<String, Object> unetConfig(
            TrainingSettings settings, DenoisingSettings own, Component text, Autoencoder autoencoder) {
        if (!own.unet().isEmpty()) {
            return Component.open(Path.of(own.unet()).resolve("unet")).config();
        }
        Map<String, Object> config = new LinkedHashMap<>(settings.network());
        config.put("in_channels", autoencoder.channels());
        config.put("out_channels", autoencoder.channels());
        config.put("sample_size", settings.size() / autoencoder.factor());
        config.put("cross_attention_dim", text.config().getOrDefault("hidden_size", 512));
        return config;
    }

    /** The text encoder's weights to begin with, by its own names. */
    Map<String, Values> textWeights() {
        return StoredWeights.read(textNetwork, text, "text_model.");
    }

    /**
     * The weights of a model's UNet, by its own names.
     *
     * @param model a diffusers directory
     */
    Map<String, Values> unetWeights(Path model) {
        return StoredWeights.read(unetNetwork, Component.open(model.resolve("unet")), "");
    }

    @Override
    public void close() {
        autoencoder.close();
        if (alignment != null) {
            alignment.close();
        }
    }
}
