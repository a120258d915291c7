package dev.darkroom.training.export;

import dev.darkroom.training.icons.IconSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands around the network of a bit-diffusion model, so that the service can load it. */
public final class BitModelFolder {

    /** {@code scheduler_config.json}: the cosine schedule, a network that predicts the clean bits. */
    public static final Map<String, Object> SCHEDULER = Map.of(
            "_class_name",
            "DDIMScheduler",
            "num_train_timesteps",
            1000,
            "beta_schedule",
            "squaredcos_cap_v2",
            "prediction_type",
            "sample",
            "clip_sample",
            true,
            "clip_sample_range",
            1.0,
            "set_alpha_to_one",
            true,
            "timestep_spacing",
            "trailing");

    /** Pixels that a cell becomes in each direction. */
    private static final int SCALE = 16;

    private BitModelFolder() {}

    /** Writes all but the network. */
    public static void write(Path folder, List<String> labels) throws IOException {
        Map<String, Object> index = new LinkedHashMap<>();
        index.put("_class_name", "BitDiffusionPipeline");
        index.put("unet", List.of("diffusers", "UNet2DModel"));
        index.put("scheduler", List.of("diffusers", "DDIMScheduler"));
        NetworkFolder.writeJson(folder.resolve("model_index.json"), index);
        NetworkFolder.writeJson(folder.resolve("scheduler").resolve("scheduler_config.json"), SCHEDULER);
        Map<String, Object> codec = new LinkedHashMap<>();
        codec.put("palette", IconSet.PALETTE.stream().map("#%06x"::formatted).toList());
        codec.put("scale", SCALE);
        codec.put("labels", labels);
        NetworkFolder.writeJson(folder.resolve("bits").resolve("config.json"), codec);
    }
}
