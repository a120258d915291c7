package dev.darkroom.model;

import dev.darkroom.imagestore.DataDirectory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The catalog with the embedded model unpacked below the data directory. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ModelSettings.class)
class ModelConfiguration {

    @Bean
    ModelCatalog modelCatalog(ModelSettings settings, DataDirectory data) {
        return new ModelCatalog(EmbeddedModel.unpack(data.folder("models")), settings);
    }
}
