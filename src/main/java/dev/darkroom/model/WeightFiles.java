package dev.darkroom.model;

import dev.darkroom.generation.Quoted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Finds the weights of a component: one file, an {@code fp16} or {@code bf16} variant, or shards with their index. Full
 * precision goes before a variant.
 */
final class WeightFiles {

    private static final List<String> STEMS = List.of("diffusion_pytorch_model", "model");
    private static final List<String> VARIANTS = List.of("", ".fp16", ".bf16");
    private static final String WEIGHTS = ".safetensors";
    private static final String INDEX = ".safetensors.index";

    /** Endings of formats that run code when they are read. */
    private static final List<String> EXECUTABLE = List.of(".bin", ".ckpt", ".pt", ".pth", ".pkl");

    private WeightFiles() {}

    /**
     * The files that hold a component's weights, without reading them.
     *
     * @throws ModelFormatException if there are none that may be used; says what to do
     */
    static List<Path> find(Path folder) {
        for (String variant : VARIANTS) {
            for (String stem : STEMS) {
                Path single = folder.resolve(stem + variant + WEIGHTS);
                if (Files.isRegularFile(single)) {
                    return List.of(single);
                }
                Path index = folder.resolve(stem + INDEX + variant + ".json");
                if (Files.isRegularFile(index)) {
                    return shards(folder, index);
                }
            }
        }
        throw new ModelFormatException(missing(folder));
    }

    private static List<Path> shards(Path folder, Path index) {
        JsonNode map = JsonFiles.object(index).path("weight_map");
        if (!map.isObject() || map.isEmpty()) {
            throw new ModelFormatException(index + " has no weight_map; download it again");
        }
        TreeSet<String> names = new TreeSet<>();
        for (JsonNode name : map) {
            names.add(name.asString(""));
        }
        for (String name : names) {
            if (!besideIndex(name)) {
                throw new ModelFormatException(
                        index + " names the shard " + Quoted.of(name) + ", which is not a safetensors file beside it");
            }
        }
        List<String> absent = names.stream()
                .filter(name -> !Files.isRegularFile(folder.resolve(name)))
                .toList();
        if (!absent.isEmpty()) {
            throw new ModelFormatException(
                    index + " names shards that are missing: " + String.join(", ", absent) + "; download them");
        }
        return names.stream().map(folder::resolve).toList();
    }

    /** Whether a name cannot lead out of its folder, on any system. */
    private static boolean besideIndex(String name) {
        return name.endsWith(WEIGHTS) && name.chars().allMatch(c -> c >= ' ' && "/\\:".indexOf(c) < 0);
    }

    private static String missing(Path folder) {
        if (!Files.isDirectory(folder)) {
            return "the folder " + folder + " is missing; download the whole model";
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> EXECUTABLE.stream().anyMatch(name::endsWith))
                    .sorted()
                    .findFirst()
                    .map(name ->
                            folder + " holds only " + name + ", a pickle: it could run code when it is read, so it is"
                                    + " refused. Get the model's safetensors version, or convert it once with diffusers:"
                                    + " pipeline.save_pretrained(folder, safe_serialization=True)")
                    .orElse(folder + " holds no weights; diffusion_pytorch_model.safetensors or model.safetensors is"
                            + " expected");
        } catch (IOException e) {
            throw new ModelFormatException(folder + " cannot be listed: " + e.getMessage(), e);
        }
    }
}
