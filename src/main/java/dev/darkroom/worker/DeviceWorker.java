package dev.darkroom.worker;

import dev.darkroom.torch.Placement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** One device with its lane and the models loaded on it. Thread-safe. */
final class DeviceWorker implements AutoCloseable {

    private final Placement placement;
    private final Lane lane;
    private final ModelCache<LoadedModel> models;
    private final WorkerSettings settings;
    private final AtomicInteger leases = new AtomicInteger();

    DeviceWorker(Placement placement, Lane lane, ModelCache<LoadedModel> models, WorkerSettings settings) {
        this.placement = placement;
        this.lane = lane;
        this.models = models;
        this.settings = settings;
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
