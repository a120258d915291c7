package dev.darkroom.worker;

import dev.darkroom.model.ModelCatalog;
import dev.darkroom.torch.EngineSettings;
import dev.darkroom.torch.TorchEngine;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts the native engine and one lane for each device. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({EngineSettings.class, DeviceSettings.class, WorkerSettings.class})
class WorkerConfiguration {

    @Bean
    TorchEngine torchEngine(EngineSettings settings) {
        return TorchEngine.start(settings);
    }

    @Bean
    Workers workers(
            TorchEngine engine,
            ModelCatalog catalog,
            DeviceSettings devices,
            WorkerSettings settings,
            MeterRegistry registry) {
        try {
            return Workers.start(engine, catalog, devices, settings, registry);
        } catch (IllegalArgumentException unusable) {
            throw new InvalidConfigurationPropertyValueException(
                    "darkroom.devices or darkroom.precision",
                    devices.devices() + ", " + devices.precision(),
                    String.valueOf(unusable.getMessage()));
        }
    }

    /** Health "model", part of readiness. Not for commands, which load what they need. */
    @Bean
    @ConditionalOnWebApplication
    DefaultModelReadiness modelHealthIndicator(Workers workers, ModelCatalog catalog) {
        return new DefaultModelReadiness(workers, catalog);
    }

    @Bean
    MemoryMetrics memoryMetrics(Workers workers) {
        return new MemoryMetrics(workers);
    }
}
