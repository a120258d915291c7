package dev.darkroom.training.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A model of pixels in the layout of diffusers' {@code DDPMPipeline} or {@code ScoreSdeVePipeline}. */
public final class PixelModelFolder {

    private static final String DIFFUSERS = "0.35.0";

    private final Path folder;
    private final Map<String, Object> scheduler;

    /** @param scheduler content of {@code scheduler_config.json} */
    public PixelModelFolder(Path folder, Map<String, Object> scheduler) {
        this.folder = folder;
        this.scheduler = scheduler;
    }

    /** Where the network lies. */
    public Path unet() {
        return folder.resolve("unet");
    }

    /** Class of the pipeline that draws with a scheduler, whose {@code scheduler_config.json} is given. */
    public static String pipeline(Map<String, Object> scheduler) {
        return className(scheduler).equals("ScoreSdeVeScheduler") ? "ScoreSdeVePipeline" : "DDPMPipeline";
    }

    private static String className(Map<String, Object> scheduler) {
        return String.valueOf(scheduler.get("_class_name"));
    }

    /** Writes {@code scheduler/scheduler_config.json} and {@code model_index.json}, whose pipeline is the scheduler's. */
    public void scheduler() throws IOException {
        NetworkFolder.writeJson(folder.resolve("scheduler").resolve("scheduler_config.json"), scheduler);
        Map<String, Object> index = new LinkedHashMap<>();
        index.put("_class_name", pipeline(scheduler));
        index.put("_diffusers_version", DIFFUSERS);
        index.put("scheduler", List.of("diffusers", className(scheduler)));
        index.put("unet", List.of("diffusers", "UNet2DModel"));
        NetworkFolder.writeJson(folder.resolve("model_index.json"), index);
    }

    /**
     * Writes {@code darkroom.json}: what the service takes for requests that say nothing, and the names of the classes.
     *
     * @param labels by number; the network may have one class more, which means "not said"
     */
    public void descriptor(List<String> labels, int steps, double guidance, String description) throws IOException {
        Map<String, Object> descriptor = new LinkedHashMap<>();
        descriptor.put("description", description);
        descriptor.put("steps", steps);
        if (!labels.isEmpty()) {
            descriptor.put("labels", labels);
            descriptor.put("guidance_scale", guidance);
        }
        NetworkFolder.writeJson(folder.resolve("darkroom.json"), descriptor);
    }

    /** Writes the model card, {@code README.md}. */
    public void card(String data, Map<String, Object> facts, Map<String, Double> figures) throws IOException {
        new ModelCard("A diffusion model of pixels", pipeline(scheduler), "unconditional-image-generation")
                .write(folder, data, facts, figures);
    }
}
