package dev.darkroom.cli;

import dev.darkroom.training.SettingsFile;
import dev.darkroom.training.TrainingSettings;
import dev.darkroom.training.run.TrainingRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a network. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Trains a network as a file of settings says. The run's folder gets a checkpoint, a log, curves and samples.",
            "SIGTERM and Ctrl-C save first; --resume goes on from there.",
            ""
        },
        exitCodeListHeading = "%nExit code:%n",
        exitCodeList = {"0:the training is complete", "1:it failed; the message says why", "3:it was stopped and saved"
        },
        footer = {"", "Example:", "  darkroom train --config autoencoder.yaml"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields in
final class TrainCommand implements Callable<Integer> {

    private static final int STOPPED = 3;

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private What what;

    @Option(names = "--resume", description = "Go on with the checkpoint in the run's folder.")
    private boolean resume;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (what.defaults != null) {
            out.print(SettingsFile.defaults(what.defaults));
            out.flush();
            return 0;
        }
        TrainingSettings settings = SettingsFile.read(what.config == null ? Path.of("") : what.config);
        QuietLogs.warningsOnly();
        try (TrainingConsole console = new TrainingConsole(out)) {
            boolean complete = new TrainingRun(settings, console).run(resume);
            return complete ? 0 : STOPPED;
        }
    }

    private static final class What {

        @Option(names = "--config", paramLabel = "FILE", description = "YAML; its keys are described by --defaults.")
        private @Nullable Path config;

        @Option(
                names = "--defaults",
                paramLabel = "STAGE",
                description = "Print the defaults of a stage with a comment for every key: a file to begin with.")
        private @Nullable String defaults;
    }
}
