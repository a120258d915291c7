package dev.darkroom.worker;

import com.sun.management.OperatingSystemMXBean;
import dev.darkroom.model.ModelCatalog;
import dev.darkroom.torch.Device;
import dev.darkroom.torch.EngineSettings;
import dev.darkroom.torch.Placement;
import dev.darkroom.torch.TorchEngine;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
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
        ModelLibrary library = new CatalogLibrary(engine, catalog, settings.batching());
        List<DeviceWorker> workers = engine.devices(devices.devices()).stream()
                .map(device -> new Placement(device, engine.resolve(devices.precision(), device)))
                .map(placement -> worker(placement, library, settings, registry))
                .toList();
        return new Workers(workers, library);
    }

    private static DeviceWorker worker(
            Placement placement, ModelLibrary library, WorkerSettings settings, MeterRegistry registry) {
        String device = placement.device().toString();
        LaneMetrics metrics = new LaneMetrics(registry, device);
        Lane lane = new Lane(device, new BatchWindow(settings.batchWindow()), metrics);
        long budget = settings.modelMemory() == null
                ? usualBudget(placement.device())
                : settings.modelMemory().toBytes();
        ModelCache<LoadedModel> models = new ModelCache<>(budget, new LaneStore(library, placement, lane, metrics));
        return new DeviceWorker(placement, lane, models, settings);
    }

    /** Half of the machine's memory for the CPU; a GPU's own bound is found by its allocator. */
    private static long usualBudget(Device device) {
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return device.isCpu() ? machine.getTotalMemorySize() / 2 : Long.MAX_VALUE;
    }
}
