package dev.darkroom.model;

import dev.darkroom.generation.Size;
import dev.darkroom.model.ModelDescriptor.Defaults;
import dev.darkroom.text.CaptionWords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Describes a model by its configs; {@code darkroom.json} beside {@code model_index.json} may say more: {@code
 * description}, {@code width}, {@code height}, {@code steps}, {@code guidance_scale}, {@code words}.
 */
final class DescriptorReader {

    private static final int USUAL_SAMPLE = 64;
    private static final int USUAL_STEPS = 25;
    private static final double USUAL_GUIDANCE = 7.5;
    private static final int LCM_STEPS = 4;
    private static final double LCM_GUIDANCE = 8.5;

    private static final int USUAL_CHANNELS = 4;
    private static final int USUAL_TEXT_LAYERS = 12;
    private static final int LARGEST_SAMPLE = 2048;
    private static final int MOST_LEVELS = 8;

    private DescriptorReader() {}

    /** @throws ModelFormatException if the directory cannot be used */
    static ModelDescriptor read(String id, Path path) {
        ModelDirectory directory = ModelDirectory.open(path);
        SchedulerCheck.require(directory);
        int factor = factor(directory);
        Path extra = path.resolve("darkroom.json");
        JsonNode said = Files.isRegularFile(extra) ? JsonFiles.object(extra) : JsonFiles.empty();
        Defaults defaults = new SaidDefaults(extra, said, factor).over(usual(directory, factor));
        String description = said.path("description").asString("");
        return new ModelDescriptor(
                id,
                description.isEmpty() ? directory.pipeline() + " from " + path.getFileName() : description,
                directory,
                factor,
                defaults,
                directory.scheduler(),
                textLayers(directory),
                words(extra, said.path("words")),
                purpose(directory),
                directory.networks().stream().mapToLong(Component::weightBytes).sum());
    }

    private static Set<String> words(Path file, JsonNode said) {
        if (said.isMissingNode() || said.isNull()) {
            return Set.of();
        }
        Set<String> words = new TreeSet<>();
        for (JsonNode word : said) {
            words.addAll(CaptionWords.of(word.asString("")));
        }
        if (!said.isArray() || words.isEmpty()) {
            throw new ModelFormatException(
                    file + ": words is no list of words; give those of the training's captions, or leave it out");
        }
        return Collections.unmodifiableSet(words);
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

    /** Of the files whose change makes what was read before stale. */
    static List<FileStamp> stamps(Path path) {
        return Stream.of(
                        "model_index.json",
                        "darkroom.json",
                        "scheduler/scheduler_config.json",
                        "unet/config.json",
                        "vae/config.json",
                        "text_encoder/config.json")
                .map(file -> FileStamp.of(path.resolve(file)))
                .toList();
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
