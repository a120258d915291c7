package dev.darkroom.model;

import dev.darkroom.generation.Size;
import dev.darkroom.model.ModelDescriptor.Defaults;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Describes a model by its configs; {@code darkroom.json} beside {@code model_index.json} may say more: {@code
 * description}, {@code width}, {@code height}, {@code steps}, {@code guidance_scale}.
 */
final class DescriptorReader {

    private static final int USUAL_SAMPLE = 64;
    private static final int LARGEST_SAMPLE = 2048;
    private static final int MOST_LEVELS = 8;
    private static final int USUAL_STEPS = 25;
    private static final double USUAL_GUIDANCE = 7.5;
    private static final int LCM_STEPS = 4;
    private static final double LCM_GUIDANCE = 8.5;

    private DescriptorReader() {}

    /** @throws ModelFormatException if the directory cannot be used */
    static ModelDescriptor read(String id, Path path) {
        ModelDirectory directory = ModelDirectory.open(path);
        int factor = factor(directory);
        Path extra = path.resolve("darkroom.json");
        JsonNode said = Files.isRegularFile(extra) ? JsonFiles.object(extra) : null;
        Defaults usual = usual(directory, factor);
        Defaults defaults = said == null ? usual : new SaidDefaults(extra, said, factor).over(usual);
        String description = said == null ? "" : said.path("description").asString("");
        return new ModelDescriptor(
                id,
                description.isEmpty() ? directory.pipeline() + " from " + path.getFileName() : description,
                directory,
                factor,
                defaults,
                directory.scheduler(),
                directory.networks().stream().mapToLong(Component::weightBytes).sum());
    }

    private static Defaults usual(ModelDirectory directory, int factor) {
        int sample = USUAL_SAMPLE;
        if (directory.config(directory.unet()).get("sample_size") instanceof Number size) {
            if (!(size.doubleValue() >= 1 && size.doubleValue() <= LARGEST_SAMPLE)) {
                throw new ModelFormatException(directory.unet().resolve("config.json") + ": sample_size is " + size
                        + "; it must be between 1 and " + LARGEST_SAMPLE);
            }
            sample = size.intValue();
        }
        Size size = new Size(sample * factor, sample * factor);
        return directory.pipeline().startsWith("LatentConsistency")
                ? new Defaults(size, LCM_STEPS, LCM_GUIDANCE)
                : new Defaults(size, USUAL_STEPS, USUAL_GUIDANCE);
    }

    /** Each resolution of the autoencoder but the first halves the picture. */
    private static int factor(ModelDirectory directory) {
        Map<String, Object> config = directory.config(directory.vae());
        Object channels = config.getOrDefault("block_out_channels", config.get("decoder_block_out_channels"));
        if (channels instanceof List<?> levels && !levels.isEmpty() && levels.size() <= MOST_LEVELS) {
            return 1 << (levels.size() - 1);
        }
        throw new ModelFormatException(directory.vae().resolve("config.json") + " has no block_out_channels with 1 to "
                + MOST_LEVELS + " entries");
    }
}
