package dev.darkroom.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One family of fixtures, for example {@code samplers}. A compact copy may lack files: ask {@link #has} first.
 *
 * @param path the family's folder
 */
public record GoldenFolder(Path path) {

    /** Python writes {@code Infinity} and {@code NaN}. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    /** The folder of a family under {@code golden.dir}; it need not exist. */
    public static GoldenFolder family(String name) {
        return new GoldenFolder(root().resolve(name));
    }

    /** All families: the folder that {@code golden.dir} names. */
    public static Path root() {
        return Path.of(System.getProperty("golden.dir", "src/test/golden"));
    }

    /** Whether this set of fixtures holds the file. */
    public boolean has(String file) {
        return Files.isRegularFile(path.resolve(file));
    }

    /** A JSON document of the family. */
    public JsonNode json(String file) {
        return JSON.readTree(path.resolve(file).toFile());
    }

    /** The entries under {@code cases} of a JSON document. */
    public List<JsonNode> cases(String file) {
        return StreamSupport.stream(json(file).path("cases").spliterator(), false)
                .toList();
    }

    /** The tensors of a safetensors file, memory-mapped. */
    public GoldenTensors tensors(String file) {
        return GoldenTensors.map(path.resolve(file));
    }

    /** The bytes of any file. */
    public byte[] bytes(String file) {
        try {
            return Files.readAllBytes(path.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
