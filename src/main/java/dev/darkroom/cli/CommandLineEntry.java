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
                .addSubcommand(ModelsCommand.withSubcommands(properties))
