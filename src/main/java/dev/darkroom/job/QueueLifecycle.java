package dev.darkroom.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Starts and stops the queue with the application. When the application begins to close, which is before the web
 * server's graceful stop, no further job is begun and the time of the running ones starts to run down; both stops thus
 * go on side by side. Then, still before the web server's sockets close and long before beans are destroyed, the queue
 * waits until every running job has ended or gone back.
 */
final class QueueLifecycle implements SmartLifecycle, ApplicationListener<ContextClosedEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(QueueLifecycle.class);

    /** Below the web server's graceful stop (largest - 1024), above the close of its sockets (largest - 2048). */
    private static final int PHASE = Integer.MAX_VALUE - 1536;

    private final Scheduler scheduler;
    private final Drain drain;
    private final Housekeeping housekeeping;
    private final RunningJobs running;
    private final Takeover takeover;
    private volatile boolean started;

    QueueLifecycle(
            Scheduler scheduler, Drain drain, Housekeeping housekeeping, RunningJobs running, Takeover takeover) {
        this.scheduler = scheduler;
        this.drain = drain;
        this.housekeeping = housekeeping;
        this.running = running;
        this.takeover = takeover;
    }

    @Override
    public void start() {
        started = true;
        takeover.begin();
        housekeeping.start();
        scheduler.start();
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent closing) {
        if (started && !drain.begun()) {
            LOG.info("Stopping: no further job begins, {} running ones may go on for a while", running.count());
            drain.begin();
            scheduler.pause();
        }
    }

    @Override
    public void stop() {
        drain.begin();
        scheduler.stop();
        housekeeping.close();
        takeover.close();
        started = false;
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
