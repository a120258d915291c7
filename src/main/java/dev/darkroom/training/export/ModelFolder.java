package dev.darkroom.training.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A model in the layout of diffusers' {@code StableDiffusionPipeline}, written part by part. */
public final class ModelFolder {

    private static final String DIFFUSERS = "0.35.0";

    private final Path folder;

    public ModelFolder(Path folder) {
        this.folder = folder;
    }

    /** The folder of a part. */
    public Path folder(String part) {
        return folder.resolve(part);
    }

    /** Takes over a part as it is. */
    public void copy(String part, Path from) throws IOException {
        Path to = Files.createDirectories(folder(part));
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Writes {@code scheduler/scheduler_config.json}. */
    public void scheduler(Map<String, Object> config) throws IOException {
        NetworkFolder.writeJson(folder("scheduler").resolve("scheduler_config.json"), config);
    }

    /** Writes {@code model_index.json}. */
    public void index(String scheduler) throws IOException {
        List<@Nullable String> none = new ArrayList<>();
        none.add(null);
        none.add(null);
        Map<String, Object> index = new LinkedHashMap<>();
        index.put("_class_name", "StableDiffusionPipeline");
        index.put("_diffusers_version", DIFFUSERS);
        index.put("requires_safety_checker", false);
        index.put("safety_checker", none);
        index.put("feature_extractor", none);
        index.put("image_encoder", none);
        index.put("scheduler", List.of("diffusers", scheduler));
        index.put("text_encoder", List.of("transformers", "CLIPTextModel"));
        index.put("tokenizer", List.of("transformers", "CLIPTokenizer"));
        index.put("unet", List.of("diffusers", "UNet2DConditionModel"));
        index.put("vae", List.of("diffusers", "AutoencoderKL"));
        NetworkFolder.writeJson(folder.resolve("model_index.json"), index);
    }

    /**
     * Writes {@code darkroom.json}: what the service takes for requests that say nothing, and what it can say of the model.
     *
     * @param words of the captions; empty for too many to be listed
     */
    public void descriptor(int side, int steps, double guidance, String description, SortedSet<String> words)
            throws IOException {
        Map<String, Object> descriptor = new LinkedHashMap<>();
        descriptor.put("description", description);
        descriptor.put("width", side);
        descriptor.put("height", side);
        descriptor.put("steps", steps);
        descriptor.put("guidance_scale", guidance);
        if (!words.isEmpty()) {
            descriptor.put("words", words);
        }
        NetworkFolder.writeJson(folder.resolve("darkroom.json"), descriptor);
    }

    /**
     * Writes the model card, {@code README.md}.
     *
     * @param facts of the training, in order
     * @param figures what was measured at its end
     */
    public void card(String data, Map<String, Object> facts, Map<String, Double> figures) throws IOException {
        new ModelCard("A latent-diffusion model", "StableDiffusionPipeline", "text-to-image")
                .write(folder, data, facts, figures);
    }
}
