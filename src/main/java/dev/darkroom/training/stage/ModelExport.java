package dev.darkroom.training.stage;

import dev.darkroom.training.TrainingSettings;
import dev.darkroom.training.export.ModelFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes a text-to-image model as a diffusers directory.
 *
 * @param settings it was trained with
 * @param parts it was trained on
 * @param scheduler its {@code scheduler_config.json}
 * @param steps of a picture, unless a request says otherwise
 * @param guidance of a picture, unless a request says otherwise
 * @param data what it was trained on, in words
 */
record ModelExport(
        TrainingSettings settings,
        DenoisingParts parts,
        Map<String, Object> scheduler,
        int steps,
        double guidance,
        String data) {

    /**
     * Writes all parts and the model card.
     *
     * @param facts of the training
     * @param figures measured at its end
     */
    void write(Path folder, TrainedModel trained, Map<String, Object> facts, Map<String, Double> figures)
            throws IOException {
        ModelFolder model = new ModelFolder(folder);
        model.copy("vae", parts.vaeFolder());
        model.copy("tokenizer", parts.tokenizerFolder());
        trained.text().writeTextEncoder(model.folder("text_encoder"));
        trained.unet().write(model.folder("unet"), parts.unetNetwork().config());
        model.scheduler(scheduler);
        model.index(String.valueOf(scheduler.get("_class_name")));
        model.descriptor(
                settings.size(), steps, guidance, "Trained on " + data + ".", LatentCache.words(settings.folder()));
        Map<String, Object> all = new LinkedHashMap<>(facts);
        all.put("prediction", scheduler.getOrDefault("prediction_type", "epsilon"));
        model.card(data, all, new TreeMap<>(figures));
    }
}
