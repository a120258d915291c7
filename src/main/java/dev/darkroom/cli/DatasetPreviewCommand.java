package dev.darkroom.cli;

import dev.darkroom.generation.ImageFormat;
import dev.darkroom.image.PictureEncoder;
import dev.darkroom.training.data.ContactSheet;
import dev.darkroom.training.data.Example;
import dev.darkroom.training.data.ExampleReader;
import dev.darkroom.training.world.scene.HeldOut;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes a contact sheet. */
@Command(
        name = "preview",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Writes a PNG of many pictures with their captions.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields in
final class DatasetPreviewCommand implements Callable<Integer> {

    private static final int MOST = 2_000;

    @Mixin
    private DatasetOptions options;

    @Option(names = "--count", defaultValue = "40", description = "Pictures. Default: ${DEFAULT-VALUE}.")
    private int count;

    @Option(names = "--columns", defaultValue = "8", description = "Pictures side by side. Default: ${DEFAULT-VALUE}.")
    private int columns;

    @Option(
            names = "--first",
            paramLabel = "POSITION",
            defaultValue = "0",
            description = "Where to begin; in the drawn world the number of a picture. Default: ${DEFAULT-VALUE}.")
    private long first;

    @Option(
            names = "--held-out",
            paramLabel = "RULE",
            description = "Drawn world only: what training never sees, by rule: ${COMPLETION-CANDIDATES}.")
    private @Nullable HeldOut heldOut;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            defaultValue = "dataset.png",
            description = "Default: ${DEFAULT-VALUE}.")
    private Path output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (count < 1 || count > MOST || columns < 1) {
            throw new ParameterException(spec.commandLine(), "--count is 1 to " + MOST + ", --columns at least 1");
        }
        List<Example> examples = heldOut == null ? examples() : heldOutExamples(heldOut);
        byte[] png = new PictureEncoder()
                .encode(ContactSheet.of(examples, Math.min(columns, examples.size())), ImageFormat.PNG, 100, Map.of());
        Files.write(output, png);
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%d pictures: %s%n", examples.size(), output);
        out.flush();
        return 0;
    }

    private List<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        try (ExampleReader reader = options.source().open(first)) {
            while (examples.size() < count) {
                examples.add(reader.next());
            }
            if (reader.skipped() > 0) {
                spec.commandLine().getErr().printf("%d were passed over; the log says why%n", reader.skipped());
            }
        }
        return examples;
    }

    private List<Example> heldOutExamples(HeldOut reason) {
        if (!options.isWorld()) {
            throw new ParameterException(spec.commandLine(), "--held-out is about the drawn world alone");
        }
        List<Example> examples = new ArrayList<>();
        for (long index = first; examples.size() < count; index++) {
            examples.add(options.world().heldOut(reason, index));
        }
        return examples;
    }
}
