package dev.darkroom;

import dev.darkroom.cli.CommandLineEntry;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Entry point of the jar: {@code serve} by default, other sub-commands by name. */
@SpringBootApplication
public class Darkroom {

    /** Runs the sub-command that the arguments name. */
    public static void main(String[] arguments) {
        new CommandLineEntry(properties -> SpringApplication.run(Darkroom.class, properties)).run(arguments);
    }
}
