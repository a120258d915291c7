package dev.darkroom.imagestore;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Pictures in the data directory. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StorageSettings.class)
class ImageStoreConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    DataDirectory dataDirectory(StorageSettings settings) {
        return DataDirectory.open(settings.dataDir());
    }

    @Bean
    ImageStore imageStore(DataDirectory dataDirectory) {
        return new LocalImageStore(dataDirectory.folder("images"));
    }

    @Bean
    InputPictures inputPictures(ImageStore imageStore, Clock clock) {
        return new InputPictures(imageStore, clock);
    }

    @Bean
    UrlSigner urlSigner(DataDirectory dataDirectory, Clock clock) {
        return new UrlSigner(SigningKey.in(dataDirectory.root()), clock);
    }
}
