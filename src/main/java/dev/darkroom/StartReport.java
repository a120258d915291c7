package dev.darkroom;

import dev.darkroom.imagestore.DataDirectory;
import dev.darkroom.model.ModelCatalog;
import dev.darkroom.worker.Workers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** One line when the service is up: where it listens and what it will draw with. */
@Component
class StartReport {

    private static final Logger log = LoggerFactory.getLogger(StartReport.class);

    private final ServerProperties server;
    private final ModelCatalog models;
    private final Workers workers;
    private final DataDirectory data;

    StartReport(ServerProperties server, ModelCatalog models, Workers workers, DataDirectory data) {
        this.server = server;
        this.models = models;
        this.workers = workers;
        this.data = data;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            String host = server.getAddress() == null
                    ? "0.0.0.0"
                    : server.getAddress().getHostAddress();
            log.info(
                    "Darkroom listens at http://{}:{} with model {} in {}, data in {}",
                    host,
                    web.getWebServer().getPort(),
                    models.defaultModel(),
                    String.join(", ", workers.placements()),
                    data.root().toAbsolutePath().normalize());
        }
    }
}
