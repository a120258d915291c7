package dev.darkroom.training.stage;

import dev.darkroom.latent.Autoencoder;
import dev.darkroom.model.Component;
import dev.darkroom.model.ModelFormatException;
import dev.darkroom.text.ClipTokenizer;
import dev.darkroom.text.UnusableTokenizerException;
import dev.darkroom.torch.Blueprint;
import dev.darkroom.torch.Placement;
import dev.darkroom.torch.TorchEngine;
import dev.darkroom.torch.UnsupportedNetworkException;
import dev.darkroom.training.TrainingSettings;
import dev.darkroom.training.UnusableSettingsException;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

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
 */
record DenoisingParts(
        Path vaeFolder,
        Autoencoder autoencoder,
        Path tokenizerFolder,
        ClipTokenizer tokenizer,
        Component text,
        Blueprint textNetwork,
        Blueprint unetNetwork)
        implements Closeable {

    /** @throws UnusableSettingsException if a folder lacks what it should hold */
    static DenoisingParts open(
            TrainingSettings settings, DenoisingSettings own, TorchEngine engine, Placement placement) {
        Path vae = Path.of(own.vae()).resolve("vae");
        Path tokenizer = Path.of(own.text()).resolve("tokenizer");
        try {
            Component text = Component.open(Path.of(own.text()).resolve("text_encoder"));
            Autoencoder autoencoder = Autoencoder.open(engine, Component.open(vae), placement);
            return new DenoisingParts(
                    vae,
                    autoencoder,
                    tokenizer,
                    ClipTokenizer.read(tokenizer),
                    text,
                    new Blueprint(Blueprint.Kind.TEXT_ENCODER, text.config()),
                    new Blueprint(Blueprint.Kind.UNET, unetConfig(settings, own, text, autoencoder)));
        } catch (ModelFormatException | UnusableTokenizerException | UnsupportedNetworkException e) {
            throw new UnusableSettingsException(
                    "objective.vae and objective.text must hold trained parts: " + e.getMessage(), e);
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

    @Override
    public void close() {
        autoencoder.close();
    }
}
