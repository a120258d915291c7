package dev.darkroom.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which model, by its id or by its directory. */
final class ModelOption {

    private static final String MODELS_DIR = "--darkroom.models-dir=";

    @Option(
            names = "--model",
            paramLabel = "ID|DIR",
            description = "Id of a model, as `darkroom models` lists them, or a diffusers directory; the default model"
                    + " if not given.")
    private @Nullable String model;

    /** Its id; null for the default model. */
    @Nullable
    String id() {
        Path directory = directory();
        return directory == null ? model : directory.getFileName().toString();
    }

    /** Null if it is named by its id, or not at all. */
    private @Nullable Path directory() {
        if (model == null || !Files.isRegularFile(Path.of(model).resolve("model_index.json"))) {
            return null;
        }
        return Path.of(model).toAbsolutePath().normalize();
    }

    /**
     * Settings of the service under which there is the model.
     *
     * @param given what was set; a directory goes before the models folder in it
     */
    List<String> settings(String[] given) {
        Path directory = directory();
        List<String> all = new ArrayList<>(Arrays.asList(given));
        if (directory != null) {
            all.removeIf(setting -> setting.startsWith(MODELS_DIR));
            all.add(MODELS_DIR + directory.getParent());
        }
        return all;
    }
}
