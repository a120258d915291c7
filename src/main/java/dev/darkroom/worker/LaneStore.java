package dev.darkroom.worker;

import dev.darkroom.torch.Placement;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads and frees models on a lane's thread. */
final class LaneStore implements ModelCache.Store<LoadedModel> {

    private static final Logger log = LoggerFactory.getLogger(LaneStore.class);

    private final ModelLibrary library;
    private final Placement placement;
    private final Lane lane;
    private final LaneMetrics metrics;

    LaneStore(ModelLibrary library, Placement placement, Lane lane, LaneMetrics metrics) {
        this.library = library;
        this.placement = placement;
        this.lane = lane;
        this.metrics = metrics;
    }

    @Override
    public LoadedModel load(String id) throws InterruptedException {
        return lane.call(() -> {
            long start = System.nanoTime();
            LoadedModel model = library.load(id, placement);
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            metrics.loaded(id, time);
            log.info("Loaded model {} in {} in {} ms", id, placement, time.toMillis());
            return model;
        });
    }

    @Override
    public void unload(String id, LoadedModel model) throws InterruptedException {
        lane.call(() -> {
            model.close();
            metrics.unloaded(id);
            log.info("Unloaded model {} from {}", id, placement.device());
            return id;
        });
    }
}
