package dev.darkroom.job;

import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Sets up attempts. Thread-safe. */
final class JobRuns {

    private final JobTransitions transitions;
    private final CheckpointRows checkpoints;
    private final StopSignal.Watch watch;
    private final QueueSettings settings;
    private final Live live;
    private final Executor progress = oneThread();

    JobRuns(
            JobTransitions transitions,
            CheckpointRows checkpoints,
            StopSignal.Watch watch,
            QueueSettings settings,
            Live live) {
        this.transitions = transitions;
        this.checkpoints = checkpoints;
        this.watch = watch;
        this.settings = settings;
        this.live = live;
    }

    /**
     * What this process knows by heart.
     *
     * @param running its running jobs
     * @param pace how fast it is
     * @param watched whether somebody looks at a job's events
     */
    record Live(RunningJobs running, Pace pace, Predicate<UUID> watched) {}

    /** Sets up an attempt of a job that has begun. */
    JobRun open(StoredJob stored, Lease lease) {
        Checkpoint checkpoint = Checkpoint.load(lease, checkpoints, settings, watch.clock());
        StopSignal signal = new StopSignal(lease, stored.line(), watch);
        ProgressWriter writer = new ProgressWriter(lease, transitions, signal, progress);
        ProgressReport report =
                new ProgressReport(stored.job().progress(), checkpoint.size(), writer, settings, watch.clock());
        WorkMeter meter = new WorkMeter(live.pace(), stored.line().cost(), checkpoint.size());
        RunMonitor monitor = new RunMonitor(
                signal, report, checkpoint, meter, () -> live.watched().test(lease.id()));
        RunningJobs.Running running = new RunningJobs.Running(signal, report);
        live.running().add(lease.id(), running);
        return new JobRun(signal, checkpoint, monitor, () -> {
            live.running().remove(lease.id(), running);
            meter.close();
            writer.close();
        });
    }

    /** The database takes one writer at a time. */
    private static Executor oneThread() {
        ThreadPoolExecutor executor =
                new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "job-progress");
                    thread.setDaemon(true);
                    return thread;
                });
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }
}
