package dev.darkroom.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What models there are, and what is wrong with those that cannot be used. Without a sub-command it lists them. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description = "Lists the models, or checks a directory that should be one.",
        footer = {
            "",
            "Examples:",
            "  darkroom models --darkroom.models-dir=/models",
            "  darkroom models check /models/stable-diffusion-v1-5"
        })
final class ModelsCommand extends ModelsListCommand {

    private ModelsCommand(String[] settings) {
        super(settings);
    }

    static CommandLine withSubcommands(String[] settings) {
        return new CommandLine(new ModelsCommand(settings))
                .addSubcommand(new ModelsListCommand(settings))
                .addSubcommand(new ModelsCheckCommand());
    }
}
