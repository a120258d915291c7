package dev.darkroom.worker;

import dev.darkroom.model.ModelCatalog;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/**
 * Loads the default model when the service starts, so that the first picture need not wait for it; the service is ready
 * when that has succeeded once. A model that cannot be loaded is tried again from time to time, since its folder may
 * still be filling.
 */
final class DefaultModelReadiness implements HealthIndicator, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DefaultModelReadiness.class);
    private static final Duration RETRY = Duration.ofSeconds(15);

    private final Workers workers;
    private final ModelCatalog catalog;
    private volatile State state = new State(false, "is being loaded");
    private volatile @Nullable Thread loader;

    DefaultModelReadiness(Workers workers, ModelCatalog catalog) {
        this.workers = workers;
        this.catalog = catalog;
    }

    @Override
    public Health health() {
        State now = state;
        Health.Builder health = now.loaded() ? Health.up() : Health.outOfService();
        return health.withDetail("model", catalog.defaultModel())
                .withDetail("state", now.description())
                .build();
    }

    @Override
    public void start() {
        Thread thread = new Thread(this::load, "model-preload");
        thread.setDaemon(true);
        loader = thread;
        thread.start();
    }

    private void load() {
        String model = catalog.defaultModel();
        while (loader == Thread.currentThread() && !state.loaded()) {
            try (ModelLease lease = workers.lease(model)) {
                state = new State(true, "loaded in " + lease.placement());
            } catch (LaneInterruptedException | LaneClosedException stopping) {
                return;
            } catch (RuntimeException failure) {
                state = new State(false, String.valueOf(failure.getMessage()));
                log.error(
                        "The default model {} cannot be loaded, so the service is not ready; trying again in {} s: {}",
                        model,
                        RETRY.toSeconds(),
                        failure.getMessage());
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(RETRY.toMillis());
        } catch (InterruptedException stopping) {
            loader = null;
        }
    }

    @Override
    public void stop() {
        Thread thread = loader;
        loader = null;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return loader != null;
    }

    private record State(boolean loaded, String description) {}
}
