package dev.darkroom.job;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Completes a stored job with what is not stored: its place in the queue, or how far it is at this moment. Thread-safe. */
final class JobView {

    private final Backlog backlog;
    private final RunningJobs running;
    private final Drain drain;
    private final Clock clock;

    JobView(Backlog backlog, RunningJobs running, Drain drain, Clock clock) {
        this.backlog = backlog;
        this.running = running;
        this.drain = drain;
        this.clock = clock;
    }

    /** The job as the rest of the service sees it. */
    Job of(StoredJob stored) {
        Job job = stored.job();
        return switch (job.state()) {
            case QUEUED -> with(job, job.progress(), place(job, stored.line()));
            case RUNNING -> with(job, running.progress(job.id()).orElse(job.progress()), null);
            case SUCCEEDED, FAILED, CANCELLED, EXPIRED, QUARANTINED -> job;
        };
    }

    /** True if waiting for the job's end makes no sense, as it has ended or will not end in this process. */
    boolean settled(StoredJob stored) {
        JobState state = stored.job().state();
        return state.terminal() || (state == JobState.QUEUED && drain.begun());
    }

    /** A job that waits for its next try does not begin before that, whatever the backlog. */
    private Job.QueuePlace place(Job job, StoredJob.Line line) {
        Job.QueuePlace place = backlog.place(job.id(), line);
        Duration untilDue = Duration.between(clock.instant(), line.due());
        return untilDue.compareTo(place.eta()) > 0 ? new Job.QueuePlace(place.position(), untilDue) : place;
    }

    private static Job with(Job job, Job.Progress progress, Job.@Nullable QueuePlace place) {
        return new Job(
                job.id(),
                job.state(),
                job.request(),
                job.times(),
                progress,
                place,
                job.result(),
                job.attempts(),
                job.error(),
                job.labels());
    }
}
