package dev.darkroom.torch;

import dev.darkroom.golden.GoldenFolder;
import dev.darkroom.golden.GoldenTensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A component's folder read by the fixtures' own reader: {@code config.json} and every safetensors file beside it. */
record DirectoryCheckpoint(String source, Map<String, Object> config, Map<String, Weight> weights)
        implements Checkpoint {

    @SuppressWarnings("unchecked")
    static DirectoryCheckpoint read(Path folder) {
        Map<String, Weight> weights = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".safetensors"))
                    .sorted()
                    .toList();
            for (String name : names) {
                var tensors = new GoldenFolder(folder).tensors(name);
                tensors.names().forEach(key -> weights.put(key, weight(folder + "/" + name, tensors.get(key))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Object> config =
                new JsonMapper().readValue(folder.resolve("config.json").toFile(), Map.class);
        return new DirectoryCheckpoint(folder.toString(), config, weights);
    }

    private static Weight weight(String file, GoldenTensor tensor) {
        Element element = switch (tensor.type()) {
            case "F32" -> Element.F32;
            case "F16" -> Element.F16;
            case "BF16" -> Element.BF16;
            default -> Element.OTHER;
        };
        long[] shape = Arrays.stream(tensor.shape()).asLongStream().toArray();
        return new Weight(file, element, shape, tensor.bytes());
    }

    @Override
    public Set<String> names() {
        return weights.keySet();
    }

    @Override
    public @Nullable Weight weight(String name) {
        return weights.get(name);
    }
}
