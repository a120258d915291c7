package dev.darkroom.worker;

import com.sun.management.OperatingSystemMXBean;
import dev.darkroom.torch.Device;
import dev.darkroom.torch.Placement;
import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.util.unit.DataSize;

/** One device with its lane and the models loaded on it. Thread-safe. */
final class DeviceWorker implements AutoCloseable {

    private final Placement placement;
    private final Lane lane;
    private final ModelCache<LoadedModel> models;
    private final WorkerSettings settings;
    private final AtomicInteger leases = new AtomicInteger();

    private DeviceWorker(Placement placement, Lane lane, ModelCache<LoadedModel> models, WorkerSettings settings) {
        this.placement = placement;
        this.lane = lane;
        this.models = models;
        this.settings = settings;
    }

    static DeviceWorker start(
            Placement placement, ModelLibrary library, WorkerSettings settings, MeterRegistry registry) {
        String device = placement.device().toString();
        LaneMetrics metrics = new LaneMetrics(registry, device);
        Lane lane = new Lane(device, new BatchWindow(settings.batchWindow()), metrics);
        DataSize budget = settings.modelMemory();
        ModelCache<LoadedModel> models = new ModelCache<>(
                budget == null ? usualBudget(placement.device()) : budget.toBytes(),
                new LaneStore(library, placement, lane, metrics));
        return new DeviceWorker(placement, lane, models, settings);
    }

    /** Half of the machine's memory for the CPU; a GPU's own bound is found by its allocator. */
    private static long usualBudget(Device device) {
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return device.isCpu() ? machine.getTotalMemorySize() / 2 : Long.MAX_VALUE;
    }

    Placement placement() {
        return placement;
    }

    Lane lane() {
        return lane;
    }

    /** Loads the model if needed; the lease keeps it loaded. */
    ModelLease lease(String id, long bytes) throws InterruptedException {
        leases.incrementAndGet();
        try {
            return new ModelLease(models.acquire(id, bytes), this);
        } catch (Throwable failure) { // the count must not stay raised
            leases.decrementAndGet();
            throw failure;
        }
    }

    void release(String id) {
        leases.decrementAndGet();
        models.release(id);
    }

    /** How much is going on, with a penalty where the model would have to be loaded first. */
    int load(String id, int loadPenalty) {
        boolean loaded = contents().stream().anyMatch(model -> model.id().equals(id));
        return leases.get() + (loaded ? 0 : loadPenalty);
    }

    /** Rows of this size that one network call may have. */
    int rowsThatFit(long rowBytes) {
        long fitting = settings.batchMemory().toBytes() / Math.max(1, rowBytes);
        return (int) Math.max(1, Math.min(settings.maxBatchRows(), fitting));
    }

    List<ModelCache.Loaded> contents() {
        return models.contents();
    }

    /** Frees the device. Call it after the last lease was closed. */
    @Override
    public void close() throws InterruptedException {
        for (ModelCache.Loaded loaded : models.contents()) {
            models.evict(loaded.id());
        }
        lane.close();
    }
}
