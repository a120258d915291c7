package dev.darkroom.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks at training data and writes them. */
@Command(
        name = "dataset",
        mixinStandardHelpOptions = true,
        description = "Shows and writes pictures with captions to train with.",
        footer = {
            "",
            "Examples:",
            "  darkroom dataset preview --curriculum full --output world.png",
            "  darkroom dataset preview --data '/data/laion/{00000..00003}.tar'",
            "  darkroom dataset export --count 100000 --output /data/world"
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields in
final class DatasetCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    private DatasetCommand() {}

    static CommandLine withSubcommands() {
        return new CommandLine(new DatasetCommand())
                .addSubcommand(new DatasetPreviewCommand())
                .addSubcommand(new DatasetExportCommand());
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
