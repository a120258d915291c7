package dev.darkroom.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A model in the diffusers layout. Immutable; says where things are and reads them when asked.
 *
 * @param path the folder with {@code model_index.json}
 * @param pipeline class of the pipeline it was saved from
 */
public record ModelDirectory(Path path, String pipeline) {

    /** Pipelines whose parts are all supported. */
    private static final List<String> SUPPORTED = List.of(
            "StableDiffusionPipeline",
            "StableDiffusionImg2ImgPipeline",
            "StableDiffusionInpaintPipeline",
            "StableDiffusionInstructPix2PixPipeline",
            "LatentConsistencyModelPipeline");

    /**
     * Reads {@code model_index.json}.
     *
     * @throws ModelFormatException if it is missing or names a pipeline that is not supported
     */
    public static ModelDirectory open(Path path) {
        Path index = path.resolve("model_index.json");
        if (!Files.isRegularFile(index)) {
            throw new ModelFormatException(
                    path + " is not a diffusers directory: model_index.json is missing. Save the model with"
                            + " pipeline.save_pretrained(folder), or download the whole repository");
        }
        JsonNode json = JsonFiles.object(index);
        String pipeline = json.path("_class_name").asString("");
        if (!SUPPORTED.contains(pipeline)) {
            throw new ModelFormatException(index + ": the pipeline '" + pipeline + "' is not supported; supported are "
                    + String.join(", ", SUPPORTED));
        }
        return new ModelDirectory(path, pipeline);
    }

    public Path unet() {
        return path.resolve("unet");
    }

    public Path vae() {
        return path.resolve("vae");
    }

    public Path textEncoder() {
        return path.resolve("text_encoder");
    }

    public Path tokenizer() {
        return path.resolve("tokenizer");
    }

    /** Folders that hold weights. */
    public List<Path> networks() {
        return List.of(textEncoder(), unet(), vae());
    }

    /** Where the scheduler's options lie. */
    public Path schedulerFile() {
        return path.resolve("scheduler").resolve("scheduler_config.json");
    }

    /**
     * Content of {@code scheduler_config.json}.
     *
     * @throws ModelFormatException if it is missing or broken
     */
    public Map<String, Object> scheduler() {
        return JsonFiles.map(schedulerFile());
    }
}
