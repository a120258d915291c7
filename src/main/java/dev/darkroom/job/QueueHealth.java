package dev.darkroom.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Up while jobs can be accepted and begun. */
final class QueueHealth extends AbstractHealthIndicator {

    private final Scheduler scheduler;
    private final Drain drain;
    private final Backlog backlog;
    private final RunningJobs running;

    QueueHealth(Scheduler scheduler, Drain drain, Backlog backlog, RunningJobs running) {
        super("The queue's database cannot be read");
        this.scheduler = scheduler;
        this.drain = drain;
        this.backlog = backlog;
        this.running = running;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.withDetail("queued", backlog.queued().jobs()).withDetail("running", running.count());
        if (drain.begun() || !scheduler.getSchedulerState().isStarted()) {
            health.outOfService();
        } else {
            health.up();
        }
    }
}
