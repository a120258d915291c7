package dev.darkroom.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Starts and stops the queue with the application. When the application begins to close, which is before the web
 * server's graceful stop, no further job is begun and the time of the running ones starts to run down. Then, in the
 * phase of that graceful stop and so beside it, the queue waits until every running job has ended or gone back, and sends
 * away who still follows one; that lets the web server's last requests end. Beans are destroyed long after.
 */
final class QueueLifecycle implements SmartLifecycle, ApplicationListener<ContextClosedEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(QueueLifecycle.class);

    /** The phase of the web server's graceful stop. */
    private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 1024;

    private final Scheduler scheduler;
    private final Drain drain;
    private final Housekeeping housekeeping;
    private final RunningJobs running;
    private final Subscriptions subscriptions;
    private final Takeover takeover;
    private volatile boolean started;

    QueueLifecycle(
            Scheduler scheduler,
            Drain drain,
            Housekeeping housekeeping,
            RunningJobs running,
            Subscriptions subscriptions,
            Takeover takeover) {
        this.scheduler = scheduler;
        this.drain = drain;
        this.housekeeping = housekeeping;
        this.running = running;
        this.subscriptions = subscriptions;
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
        subscriptions.stop();
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
