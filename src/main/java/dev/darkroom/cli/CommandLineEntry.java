package dev.darkroom.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/**
 * Splits the command line into a sub-command with its options and the settings ({@code --darkroom.…=…}) that every
 * sub-command takes.
 */
public final class CommandLineEntry {

    private static final Pattern SETTING =
            Pattern.compile("--(darkroom|server|spring|logging|management|springdoc)(\\..*|=.*|)");

    private final Consumer<String[]> service;

    /**
     * @param service starts the web service with the given Spring arguments and returns; the service then keeps the
     *     process alive
     */
    public CommandLineEntry(Consumer<String[]> service) {
        this.service = service;
    }

    /** Runs the command; ends the process unless the service was started. */
    public void run(String[] arguments) {
        List<String> settings = new ArrayList<>();
        List<String> command = new ArrayList<>();
        for (String argument : arguments) {
            (SETTING.matcher(argument).matches() ? settings : command).add(argument);
        }
        String[] properties = settings.toArray(String[]::new);
        CommandLine commandLine = new CommandLine(new Root(service, properties))
                .addSubcommand(new ServeCommand(service, properties))
                .addSubcommand(new DrawCommand(properties))
                .addSubcommand(new BenchCommand(properties))
                .addSubcommand(new TrainCommand())
                .addSubcommand(new EvaluateCommand(properties))
                .addSubcommand(ModelsCommand.withSubcommands(properties))
                .addSubcommand(DatasetCommand.withSubcommands())
                .addSubcommand(SamplersCommand.withSubcommands())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(new FailureReport());
        int status = commandLine.execute(command.toArray(String[]::new));
        if (status != CommandLine.ExitCode.OK || !serves(commandLine)) {
            System.exit(status);
        }
    }

    private static boolean serves(CommandLine commandLine) {
        CommandLine.ParseResult parsed = commandLine.getParseResult();
        if (parsed == null || parsed.isUsageHelpRequested() || parsed.isVersionHelpRequested()) {
            return false;
        }
        if (!parsed.hasSubcommand()) {
            return true;
        }
        CommandLine.ParseResult subcommand = parsed.subcommand();
        return subcommand.commandSpec().userObject() instanceof ServeCommand && !subcommand.isUsageHelpRequested();
    }

    @Command(
            name = "darkroom",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            subcommands = HelpCommand.class,
            description = {
                "Image generation with diffusion models: POST a prompt, get a picture.",
                "",
                "Without a command the service starts (the same as @|bold serve|@).",
                "",
                "Settings go behind any command as --name=value, or into the environment",
                "(--darkroom.data-dir=/x is DARKROOM_DATA_DIR=/x); the most used ones:",
                "  --server.port=8080            port of the service",
                "  --server.address=127.0.0.1    address it listens on",
                "  --darkroom.data-dir=./data    queue, pictures, caches",
                "  --darkroom.models-dir=DIR     its sub-folders are diffusers models",
                "  --darkroom.default-model=ID   model of requests that name none",
                "  --darkroom.devices=auto       cpu, or cuda:0,cuda:1",
                "  --darkroom.precision=auto     fp32, bf16, fp16",
                ""
            })
    private static final class Root extends ServeCommand {

        Root(Consumer<String[]> service, String[] settings) {
            super(service, settings);
        }
    }
}
