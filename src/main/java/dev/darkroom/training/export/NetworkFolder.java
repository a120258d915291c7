package dev.darkroom.training.export;

import dev.darkroom.model.SafetensorsExport;
import dev.darkroom.model.SafetensorsExport.Format;
import dev.darkroom.model.SafetensorsExport.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes one network as diffusers and transformers do: {@code config.json} and a safetensors file. */
public final class NetworkFolder {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private NetworkFolder() {}

    /** Writes a network of diffusers in half precision. */
    public static void write(Path folder, Map<String, Object> config, Map<String, Tensor> weights) throws IOException {
        write(folder, "diffusion_pytorch_model.safetensors", config, weights);
    }

    /**
     * Writes a network in half precision.
     *
     * @param file name of the file of weights
     */
    public static void write(Path folder, String file, Map<String, Object> config, Map<String, Tensor> weights)
            throws IOException {
        writeJson(folder.resolve("config.json"), config);
        SafetensorsExport.write(folder.resolve(file), weights, Format.F16, Map.of("format", "pt"));
    }

    /** Writes a JSON object that people can read; its folder is made if it is missing. */
    public static void writeJson(Path file, Map<String, ?> json) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, JSON.writeValueAsString(json) + '\n');
    }
}
