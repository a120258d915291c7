package dev.darkroom.job;

import org.jspecify.annotations.Nullable;

/** Completes a stored job with what is not stored: its place in the queue, or how far it is at this moment. Thread-safe. */
final class JobView {

    private final Backlog backlog;
    private final RunningJobs running;
    private final Drain drain;

    JobView(Backlog backlog, RunningJobs running, Drain drain) {
        this.backlog = backlog;
        this.running = running;
        this.drain = drain;
    }

    /** The job as the rest of the service sees it. */
    Job of(StoredJob stored) {
        Job job = stored.job();
        return switch (job.state()) {
            case QUEUED -> with(job, job.progress(), backlog.place(job.id(), stored.line()));
            case RUNNING -> with(job, running.progress(job.id()).orElse(job.progress()), null);
            case SUCCEEDED, FAILED, CANCELLED, EXPIRED, QUARANTINED -> job;
        };
    }

    /** True if waiting for the job's end makes no sense, as it has ended or will not end in this process. */
    boolean settled(StoredJob stored) {
        JobState state = stored.job().state();
        return state.terminal() || (state == JobState.QUEUED && drain.begun());
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
