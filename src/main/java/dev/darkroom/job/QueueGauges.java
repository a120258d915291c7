package dev.darkroom.job;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** How much waits and runs, read when somebody looks. */
final class QueueGauges implements MeterBinder {

    private final Backlog backlog;
    private final RunningJobs running;
    private final Subscriptions subscriptions;

    QueueGauges(Backlog backlog, RunningJobs running, Subscriptions subscriptions) {
        this.backlog = backlog;
        this.running = running;
        this.subscriptions = subscriptions;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("darkroom.queue.depth", () -> backlog.queued().jobs())
                .description("Jobs that wait")
                .register(registry);
        Gauge.builder("darkroom.queue.work", () -> backlog.queued().cost())
                .description("Waiting work: pixels x steps x pictures over all waiting jobs")
                .register(registry);
        Gauge.builder("darkroom.jobs.running", running::count)
                .description("Jobs that run in this process")
                .register(registry);
        Gauge.builder("darkroom.events.subscriptions", subscriptions::size)
                .description("Open subscriptions to jobs' events")
                .register(registry);
    }
}
