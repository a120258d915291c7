package dev.darkroom.model;

import dev.darkroom.generation.Quoted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Finds the weights of a component: one file, an {@code fp16} variant, or shards with their index. */
final class WeightFiles {

    private static final List<String> STEMS = List.of("diffusion_pytorch_model", "model");
    private static final List<String> VARIANTS = List.of("", ".fp16", ".bf16");
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
                Path single = folder.resolve(stem + variant + ".safetensors");
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
            throw new ModelFormatException(index + ": has no weight_map");
        }
        Set<Path> files = new TreeSet<>();
        for (JsonNode name : map) {
            Path file = beside(folder, name.asString(""))
                    .orElseThrow(() -> new ModelFormatException(index + ": names the shard "
                            + Quoted.of(name.asString("")) + ", which is not a safetensors file beside it"));
            if (!Files.isRegularFile(file)) {
                throw new ModelFormatException(index + ": the shard " + file.getFileName() + " is missing");
            }
            files.add(file);
        }
        return List.copyOf(files);
    }

    /** The file of a name that does not lead out of the folder; empty for any other text. */
    private static Optional<Path> beside(Path folder, String name) {
        try {
            Path file = folder.resolve(name).normalize();
            return folder.normalize().equals(file.getParent()) && name.endsWith(".safetensors")
                    ? Optional.of(file)
                    : Optional.empty();
        } catch (InvalidPathException noName) {
            return Optional.empty();
        }
    }

    private static String missing(Path folder) {
        if (!Files.isDirectory(folder)) {
            return folder + " is missing";
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> EXECUTABLE.stream().anyMatch(name::endsWith))
                    .findFirst()
                    .map(name ->
                            folder + " holds only " + name + ", a pickle: it could run code when it is read, so it is"
                                    + " refused. Get the model's safetensors version, or convert it once with diffusers:"
                                    + " pipeline.save_pretrained(folder, safe_serialization=True)")
                    .orElse(
                            folder
                                    + " holds no weights; diffusion_pytorch_model.safetensors or model.safetensors is expected");
        } catch (IOException e) {
            throw new ModelFormatException(folder + " cannot be listed: " + e.getMessage(), e);
        }
    }
}
