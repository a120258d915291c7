package dev.darkroom.worker;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** What a lane measures; documented in docs/metrics.md. */
final class LaneMetrics {

    private final DistributionSummary batchRows;
    private final Timer evaluation;
    private final MeterRegistry registry;
    private final String device;

    LaneMetrics(MeterRegistry registry, String device) {
        this.registry = registry;
        this.device = device;
        this.batchRows = DistributionSummary.builder("darkroom.batch.rows")
                .description("Rows in one network call: 2 a guided picture, more when jobs share the call")
                .tag("device", device)
                .register(registry);
        this.evaluation = Timer.builder("darkroom.evaluation")
                .description("Time of one batched network call")
                .tag("device", device)
                .register(registry);
    }

    void evaluated(int rows, long nanos) {
        batchRows.record(rows);
        evaluation.record(Duration.ofNanos(nanos));
    }

    void loaded(String model, Duration time) {
        Timer.builder("darkroom.model.load")
                .description("Time to load a model onto a device")
                .tag("device", device)
                .tag("model", model)
                .register(registry)
                .record(time);
    }

    void unloaded(String model) {
        registry.counter("darkroom.model.unload", "device", device, "model", model)
                .increment();
    }
}
