package dev.darkroom.model;

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
 * description}, {@code width}, {@code height}, {@code steps}, {@code guidance_scale}, {@code words}, and {@code labels},
 * names of the classes of a model of pixels.
 */
final class DescriptorReader {

    private DescriptorReader() {}

    /** @throws ModelFormatException if the directory cannot be used */
    static ModelDescriptor read(String id, Path path) {
        ModelDirectory directory = ModelDirectory.open(path);
        SchedulerCheck.require(directory);
        Path extra = path.resolve("darkroom.json");
        JsonNode said = Files.isRegularFile(extra) ? JsonFiles.object(extra) : JsonFiles.empty();
        Nature nature = Nature.of(directory, SaidLabels.of(extra, said));
        Defaults defaults = new SaidDefaults(extra, said, nature.sizes()).over(nature.usual());
        String description = said.path("description").asString("");
        return new ModelDescriptor(
                id,
                description.isEmpty() ? directory.pipeline() + " from " + path.getFileName() : description,
                directory,
                nature.sizes(),
                defaults,
                directory.scheduler(),
                nature.conditioning(),
                words(extra, said.path("words")),
                nature.purpose(),
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

    /** Of the files whose change makes what was read before stale. */
    static List<FileStamp> stamps(Path path) {
        return Stream.of(
                        "model_index.json",
                        "darkroom.json",
                        "scheduler/scheduler_config.json",
                        "unet/config.json",
                        "vae/config.json",
                        "text_encoder/config.json",
                        "bits/config.json")
                .map(file -> FileStamp.of(path.resolve(file)))
                .toList();
    }
}
