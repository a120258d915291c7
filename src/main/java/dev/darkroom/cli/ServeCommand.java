package dev.darkroom.cli;

import java.util.function.Consumer;
import picocli.CommandLine.Command;

/** Starts the web service. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Starts the service: REST API, Swagger UI at /swagger-ui.html. Stops on SIGTERM; jobs in flight"
                + " are finished or go back to the queue.")
class ServeCommand implements Runnable {

    private final Consumer<String[]> service;
    private final String[] settings;

    ServeCommand(Consumer<String[]> service, String[] settings) {
        this.service = service;
        this.settings = settings;
    }

    @Override
    public void run() {
        try {
            service.accept(settings);
        } catch (RuntimeException reported) {
            throw new StartFailedException(reported);
        }
    }
}
