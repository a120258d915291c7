package dev.darkroom.training;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Reads a YAML file of settings over the defaults of its stage. Unknown keys are refused. */
public final class SettingsFile {

    /** Stages that can be trained, each with a file of defaults. */
    public static final List<String> STAGES =
            List.of("autoencoder", "text", "unet", "pixels", "score", "bits", "classifier");

    /** Keys whose map replaces the default as a whole. */
    private static final Set<String> WHOLE = Set.of("data", "length");

    /** Keys below which keys may stand that the defaults do not have. */
    private static final Set<String> OPEN = Set.of("network", "scheduler");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private SettingsFile() {}

    /**
     * Reads a file.
     *
     * @throws UnusableSettingsException if it is no YAML, has an unknown key or a value that does not fit
     */
    public static TrainingSettings read(Path file) {
        try {
            return of(map(Files.readString(file), file.toString()));
        } catch (IOException e) {
            throw new UnusableSettingsException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Settings over the defaults of their stage. */
    public static TrainingSettings of(Map<String, Object> given) {
        String stage = String.valueOf(given.get("stage"));
        requireStage(stage);
        Map<String, Object> merged = merged(map(defaults(stage), stage), given, "");
        return convert(merged, TrainingSettings.class);
    }

    private static void requireStage(String stage) {
        if (!STAGES.contains(stage)) {
            throw new UnusableSettingsException("stage is " + stage + "; say one of " + String.join(", ", STAGES));
        }
    }

    /** A part of the settings as its own type. */
    public static <T> T convert(Map<String, Object> values, Class<T> type) {
        try {
            return MAPPER.convertValue(values, type);
        } catch (JacksonException e) {
            if (e.getCause() instanceof UnusableSettingsException cause) {
                throw cause;
            }
            throw new UnusableSettingsException("the settings do not fit: " + e.getOriginalMessage(), e);
        }
    }

    /** A part that may be empty, as its own type. */
    public static <T> T part(@Nullable Object values, Class<T> type) {
        if (values != null && !(values instanceof Map<?, ?>)) {
            throw new UnusableSettingsException("a map of settings is expected, not " + values);
        }
        return convert(values instanceof Map<?, ?> map ? texts(map) : Map.of(), type);
    }

    /** The text of a stage's defaults, with a comment for every key. */
    public static String defaults(String stage) {
        requireStage(stage);
        try (InputStream in = SettingsFile.class.getResourceAsStream("/training/" + stage + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("the defaults of " + stage + " are missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UnusableSettingsException("the defaults cannot be read: " + e.getMessage(), e);
        }
    }

    private static Map<String, Object> map(String text, String name) {
        try {
            Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            if (document instanceof Map<?, ?> map) {
                return texts(map);
            }
        } catch (YAMLException e) {
            throw new UnusableSettingsException(name + " is not YAML: " + e.getMessage(), e);
        }
        throw new UnusableSettingsException(name + " is not a YAML map");
    }

    private static Map<String, Object> merged(Map<String, Object> defaults, Map<String, Object> given, String path) {
        Map<String, Object> all = new LinkedHashMap<>(defaults);
        given.forEach((key, value) -> {
            if (!defaults.containsKey(key) && !OPEN.contains(path)) {
                throw new UnusableSettingsException("the key " + (path.isEmpty() ? key : path + '.' + key)
                        + " is unknown; known are " + String.join(", ", defaults.keySet()));
            }
            all.put(
                    key,
                    value instanceof Map<?, ?> inner
                                    && defaults.get(key) instanceof Map<?, ?> outer
                                    && !WHOLE.contains(key)
                            ? merged(texts(outer), texts(inner), key)
                            : value);
        });
        return all;
    }

    private static Map<String, Object> texts(Map<?, ?> map) {
        Map<String, Object> result = new LinkedHashMap<>();
        map.forEach((key, value) -> result.put(String.valueOf(key), value));
        return result;
    }
}
