package dev.darkroom.imagestore;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the service keeps what must survive it.
 *
 * @param dataDir folder of the queue database, the pictures and the keys; made if it is missing
 */
@ConfigurationProperties("darkroom")
public record StorageSettings(@DefaultValue("./data") Path dataDir) {}
