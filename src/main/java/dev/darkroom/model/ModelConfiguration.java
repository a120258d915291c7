package dev.darkroom.model;

import dev.darkroom.imagestore.DataDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The catalog with the embedded models unpacked below the data directory. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ModelSettings.class)
class ModelConfiguration {

    private static final Logger log = LoggerFactory.getLogger(ModelConfiguration.class);

    @Bean
    ModelFingerprints modelFingerprints(ModelCatalog catalog) {
        return new ModelFingerprints(catalog);
    }

    @Bean
    ModelCatalog modelCatalog(ModelSettings settings, DataDirectory data) {
        Path folder = settings.modelsDir();
        if (folder != null && !Files.isDirectory(folder)) {
            log.warn("darkroom.models-dir {} is no folder; its models are found as soon as it is", folder);
        }
        return new ModelCatalog(EmbeddedModel.unpackAll(data.folder("models")), settings);
    }
}
