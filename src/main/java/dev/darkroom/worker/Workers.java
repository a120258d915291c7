package dev.darkroom.worker;

import dev.darkroom.model.ModelCatalog;
import dev.darkroom.torch.Placement;
import dev.darkroom.torch.TorchEngine;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All devices of this process. Jobs get the one that has their model and the least to do. Thread-safe. */
public final class Workers implements AutoCloseable {

    /** Loading a model on a further device pays only when this many more runs wait where it is loaded. */
    private static final int LOAD_PENALTY = 4;

    private final List<DeviceWorker> workers;
    private final ModelLibrary library;

    private Workers(List<DeviceWorker> workers, ModelLibrary library) {
        this.workers = List.copyOf(workers);
        this.library = library;
    }

    /**
     * Starts one lane for each device. Close it to stop them and to free their models.
     *
     * @throws IllegalArgumentException if a device or its precision is not to be had; says what to do
     */
    public static Workers start(
            TorchEngine engine,
            ModelCatalog catalog,
            DeviceSettings devices,
            WorkerSettings settings,
            MeterRegistry registry) {
        ModelLibrary library = new CatalogLibrary(engine, catalog, settings.batching());
        List<DeviceWorker> workers = engine.devices(devices.devices()).stream()
                .map(device -> new Placement(device, engine.resolve(devices.precision(), device)))
                .map(placement -> DeviceWorker.start(placement, library, settings, registry))
                .toList();
        return new Workers(workers, library);
    }

    /**
     * A model on one of the devices, loaded if it was not. Close the lease when the run is over.
     *
     * @throws ModelTooLargeException if no device can hold it
     * @throws LaneInterruptedException if the thread is interrupted while it waits
     */
    public ModelLease lease(String modelId) {
        DeviceWorker worker = workers.stream()
                .min(Comparator.comparingInt(candidate -> candidate.load(modelId, LOAD_PENALTY)))
                .orElseThrow();
        try {
            return worker.lease(modelId, library.bytes(modelId, worker.placement()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LaneInterruptedException(interrupted);
        }
    }

    /** Devices with their precision, for example {@code bf16 on cpu}. */
    public List<String> placements() {
        return workers.stream().map(worker -> worker.placement().toString()).toList();
    }

    /** Where each loaded model is, by model id. */
    public Map<String, List<LoadedOn>> loaded() {
        return workers.stream()
                .flatMap(worker -> worker.contents().stream()
                        .map(model -> Map.entry(
                                model.id(),
                                new LoadedOn(worker.placement().toString(), model.bytes(), model.leases()))))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    @Override
    public void close() throws InterruptedException {
        for (DeviceWorker worker : workers) {
            worker.close();
        }
    }

    /**
     * @param placement device and precision
     * @param bytes memory it takes there
     * @param leases runs that use it now
     */
    public record LoadedOn(String placement, long bytes, int leases) {}
}
