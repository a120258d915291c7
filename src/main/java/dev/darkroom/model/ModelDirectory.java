package dev.darkroom.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * A model in the diffusers layout. Immutable; says where things are and reads them when asked.
 *
 * @param path the folder with {@code model_index.json}
 * @param pipeline class of the pipeline it was saved from
 */
public record ModelDirectory(Path path, String pipeline) {

    private static final String SCORE_PIPELINE = "ScoreSdeVePipeline";

    /** Pipelines whose parts are all supported, and what they denoise. */
    private static final Map<String, ModelSpace> SUPPORTED = supported();

    private static Map<String, ModelSpace> supported() {
        Map<String, ModelSpace> spaces = new LinkedHashMap<>();
        spaces.put("StableDiffusionPipeline", ModelSpace.LATENT);
        spaces.put("StableDiffusionImg2ImgPipeline", ModelSpace.LATENT);
        spaces.put("StableDiffusionInpaintPipeline", ModelSpace.LATENT);
        spaces.put("StableDiffusionInstructPix2PixPipeline", ModelSpace.LATENT);
        spaces.put("LatentConsistencyModelPipeline", ModelSpace.LATENT);
        spaces.put("DDPMPipeline", ModelSpace.PIXEL);
        spaces.put("DDIMPipeline", ModelSpace.PIXEL);
        spaces.put("PNDMPipeline", ModelSpace.PIXEL);
        spaces.put("RePaintPipeline", ModelSpace.PIXEL);
        spaces.put(SCORE_PIPELINE, ModelSpace.PIXEL);
        spaces.put("BitDiffusionPipeline", ModelSpace.BITS);
        return spaces;
    }

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
        if (!SUPPORTED.containsKey(pipeline)) {
            throw new ModelFormatException(index + ": the pipeline '" + pipeline + "' is not supported; supported are "
                    + String.join(", ", SUPPORTED.keySet()));
        }
        return new ModelDirectory(path, pipeline);
    }

    /** What the model denoises. */
    public ModelSpace space() {
        return Objects.requireNonNull(SUPPORTED.get(pipeline), "open() refuses other pipelines");
    }

    /** What black is to a model of pixels: {@link #black(String)} of its pipeline. White is 1. */
    public double black() {
        return black(pipeline);
    }

    /**
     * What black is to the models of a pipeline of pixels; white is 1. Pictures of the VE SDE lie within 0 and 1 (Song et
     * al. 2021, appendix C), all others within -1 and 1.
     */
    public static double black(String pipeline) {
        return pipeline.equals(SCORE_PIPELINE) ? 0 : -1;
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
        return space() == ModelSpace.LATENT ? List.of(textEncoder(), unet(), vae()) : List.of(unet());
    }

    /** Where the colours of a model of bits are told. */
    public Path bits() {
        return path.resolve("bits").resolve("config.json");
    }

    /**
     * The colours of a model of bits.
     *
     * @throws ModelFormatException if their file is missing or broken
     */
    public Palette palette() {
        return Palette.read(bits());
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
