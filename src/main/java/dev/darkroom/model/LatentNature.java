package dev.darkroom.model;

import dev.darkroom.generation.Size;
import dev.darkroom.model.ModelDescriptor.Defaults;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** A model of an autoencoder's latents that draws what a text says. */
final class LatentNature {

    private static final int USUAL_SAMPLE = 64;
    private static final int USUAL_STEPS = 25;
    private static final double USUAL_GUIDANCE = 7.5;
    private static final int LCM_STEPS = 4;
    private static final double LCM_GUIDANCE = 8.5;

    private static final int USUAL_CHANNELS = 4;
    private static final int USUAL_TEXT_LAYERS = 12;
    private static final int LARGEST_SAMPLE = 2048;
    private static final int MOST_LEVELS = 8;

    private LatentNature() {}

    static Nature of(ModelDirectory directory) {
        int factor = factor(directory);
        return new Nature(
                SizeRule.free(factor),
                Conditioning.text(textLayers(directory)),
                purpose(directory),
                usual(directory, factor));
    }

    private static int textLayers(ModelDirectory directory) {
        JsonNode config = JsonFiles.object(directory.textEncoder().resolve("config.json"));
        return config.path("num_hidden_layers").asInt(USUAL_TEXT_LAYERS);
    }

    /** Told by the channels of the UNet's input: a pipeline's name does not bind the network inside it. */
    private static ModelPurpose purpose(ModelDirectory directory) {
        Path file = directory.unet().resolve("config.json");
        int latent = JsonFiles.object(directory.vae().resolve("config.json"))
                .path("latent_channels")
                .asInt(USUAL_CHANNELS);
        int channels = JsonFiles.object(file).path("in_channels").asInt(latent);
        return ModelPurpose.of(channels, latent)
                .orElseThrow(() -> new ModelFormatException(file + ": in_channels is " + channels
                        + "; with latents of " + latent + " channels a network takes " + latent + ", " + 2 * latent
                        + " to edit or " + (2 * latent + 1) + " to inpaint"));
    }

    private static Defaults usual(ModelDirectory directory, int factor) {
        Path file = directory.unet().resolve("config.json");
        JsonNode sample = JsonFiles.object(file).path("sample_size");
        double side = sample.isNumber() ? sample.asDouble() : USUAL_SAMPLE;
        if (!(side >= 1 && side <= LARGEST_SAMPLE)) {
            throw new ModelFormatException(
                    file + ": sample_size is " + sample.asString() + "; it must be between 1 and " + LARGEST_SAMPLE);
        }
        int pixels = ((int) side) * factor;
        Size size = new Size(pixels, pixels);
        return directory.pipeline().startsWith("LatentConsistency")
                ? new Defaults(size, LCM_STEPS, LCM_GUIDANCE)
                : new Defaults(size, USUAL_STEPS, USUAL_GUIDANCE);
    }

    /** Each resolution of the autoencoder but the first halves the picture. */
    private static int factor(ModelDirectory directory) {
        Path file = directory.vae().resolve("config.json");
        JsonNode config = JsonFiles.object(file);
        JsonNode levels = config.path("block_out_channels");
        if (!levels.isArray()) {
            levels = config.path("decoder_block_out_channels");
        }
        if (levels.size() < 1 || levels.size() > MOST_LEVELS) {
            throw new ModelFormatException(
                    file + " has no block_out_channels, a list of 1 to " + MOST_LEVELS + " widths; download it again");
        }
        return 1 << (levels.size() - 1);
    }
}
