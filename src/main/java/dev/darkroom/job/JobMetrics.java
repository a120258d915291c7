package dev.darkroom.job;

import dev.darkroom.pipeline.Generation;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** What the queue measures; {@code docs/metrics.md} lists the names. Thread-safe. */
final class JobMetrics {

    private final MeterRegistry registry;
    private final Clock clock;
    private final Counter crashes;
    private final Counter retries;

    JobMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        this.crashes = Counter.builder("darkroom.job.crashes")
                .description("Jobs whose worker died while it ran them")
                .register(registry);
        this.retries = Counter.builder("darkroom.job.retries")
                .description("Attempts that failed for a passing reason")
                .register(registry);
    }

    void crashed() {
        crashes.increment();
    }

    void retried() {
        retries.increment();
    }

    /** A job began for the first time. */
    void began(Duration waited) {
        registry.timer("darkroom.queue.wait").record(waited);
    }

    /** A job reached a terminal state. */
    void ended(JobState state, Instant created) {
        registry.timer("darkroom.jobs", "outcome", state.name().toLowerCase(Locale.ROOT))
                .record(Duration.between(created, clock.instant()));
    }

    /** Where the time of a finished generation went. */
    void stages(Generation.Timings timings) {
        stage("text", timings.text());
        stage("denoise", timings.denoise());
        stage("decode", timings.decode());
        stage("encode", timings.encode());
    }

    private void stage(String name, Duration time) {
        registry.timer("darkroom.job.stage", "stage", name).record(time);
    }
}
