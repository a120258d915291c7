package dev.darkroom.training.run;

import dev.darkroom.model.ModelFormatException;
import dev.darkroom.model.SafetensorsExport;
import dev.darkroom.model.SafetensorsExport.Format;
import dev.darkroom.model.SafetensorsExport.Tensor;
import dev.darkroom.model.SafetensorsFile;
import dev.darkroom.torch.Learner;
import dev.darkroom.torch.Learner.Part;
import dev.darkroom.torch.Learner.Values;
import dev.darkroom.torch.Precision;
import dev.darkroom.training.UnusableSettingsException;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A run's state in one safetensors file: {@code weight/NAME}, {@code first/NAME}, {@code second/NAME},
 * {@code average/NAME}, all float32, and the run's counters as metadata.
 */
final class CheckpointFile {

    static final String NAME = "checkpoint.safetensors";

    private static final List<Part> PARTS = List.of(Part.WEIGHT, Part.FIRST, Part.SECOND, Part.AVERAGE);

    private final Path file;
    private final String stage;
    private final Precision precision;
    private final Map<String, long[]> shapes;

    CheckpointFile(Path folder, String stage, Precision precision, Map<String, long[]> shapes) {
        this.file = folder.resolve(NAME);
        this.stage = stage;
        this.precision = precision;
        this.shapes = shapes;
    }

    /**
     * The precision that a folder's run computes in: what is chosen by measuring may come out otherwise next time.
     *
     * @throws UnusableSettingsException if the file is broken
     */
    static Optional<Precision> precision(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            return Files.isRegularFile(file)
                    ? Optional.ofNullable(SafetensorsFile.open(file).metadata().get("precision"))
                            .map(Precision::valueOf)
                    : Optional.empty();
        } catch (ModelFormatException | IllegalArgumentException e) {
            throw new UnusableSettingsException(file + " is broken: " + e.getMessage(), e);
        }
    }

    boolean exists() {
        return Files.isRegularFile(file);
    }

    /** Replaces the file at once; a crash leaves the one before. */
    void save(Learner learner, RunState state) throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Part part : PARTS) {
            learner.read(part).forEach((name, numbers) -> tensors.put(key(part, name), tensor(name, numbers)));
        }
        SafetensorsExport.write(file, tensors, Format.F32, state.metadata(stage, precision));
    }

    private Tensor tensor(String name, float[] numbers) {
        return new Tensor(numbers, shapes.getOrDefault(Averages.weight(name), new long[] {numbers.length}));
    }

    /**
     * Puts everything back.
     *
     * @throws UnusableSettingsException if the file belongs to another network or is broken
     */
    RunState restore(Learner learner) {
        try {
            SafetensorsFile tensors = SafetensorsFile.open(file);
            if (!stage.equals(tensors.metadata().get("stage"))) {
                throw new UnusableSettingsException(file + " is a checkpoint of the stage "
                        + tensors.metadata().get("stage") + ", not of " + stage + "; train into another folder");
            }
            for (Part part : PARTS) {
                for (String name : learner.read(part).keySet()) {
                    learner.write(part, name, values(tensors, part, name));
                }
            }
            return RunState.of(tensors.metadata());
        } catch (ModelFormatException e) {
            throw new UnusableSettingsException(
                    file + " does not fit the settings: " + e.getMessage()
                            + "; resume with the network and optimizer it was made with",
                    e);
        }
    }

    private Values values(SafetensorsFile tensors, Part part, String name) {
        FloatBuffer data = tensors.data(key(part, name)).asFloatBuffer();
        long[] shape = shapes.getOrDefault(Averages.weight(name), new long[0]);
        float[] numbers = new float[data.remaining()];
        data.get(numbers);
        if (Arrays.stream(shape).reduce(1, Math::multiplyExact) != numbers.length) {
            throw new UnusableSettingsException(file + ": " + name + " has another shape than the network of the"
                    + " settings; resume with the settings it was made with");
        }
        return new Values(numbers, shape);
    }

    private static String key(Part part, String name) {
        return part.name().toLowerCase(Locale.ROOT) + '/' + name;
    }
}
