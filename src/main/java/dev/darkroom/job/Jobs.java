package dev.darkroom.job;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The queue as the rest of the service sees it. Thread-safe. */
public interface Jobs {

    /**
     * Accepts a job: when this returns it is durable and will be run, whatever happens to the process.
     *
     * @return the new job, or the earlier one with the same idempotency key and body
     * @throws QueueFullException when the queue's bound is reached; says when to try again
     * @throws IdempotencyConflictException when the key was used with another body
     */
    Job submit(Submission submission);

    /** The job, if it exists. */
    Optional<Job> find(UUID id);

    /**
     * A page, newest first.
     *
     * @param state only jobs in this state; null for all
     * @param cursor where the page before ended; null for the first page
     */
    JobPage list(@Nullable JobState state, int limit, @Nullable String cursor);

    /** Asks a job to end at its next step; a finished job stays as it is. Empty if there is no such job. */
    Optional<Job> cancel(UUID id);

    /** Cancels if needed, removes the job and its pictures. False if there is no such job. */
    boolean delete(UUID id);

    /** Waits until the job is finished or the time is over; the job as it then stands. Empty if there is no such job. */
    Optional<Job> await(UUID id, Duration timeout) throws InterruptedException;

    /**
     * Delivers the events after {@code lastEventId} that were stored, then new ones as they happen, in order and each
     * once, until the last one or until the subscription is closed. The consumer must return quickly.
     */
    AutoCloseable subscribe(UUID id, long lastEventId, Consumer<JobEvent> consumer);

    /**
     * Runs {@code action} once the job has finished, at once if it has already, or once it is clear that it will not in
     * this process because that stops. Unlike a subscriber, whoever waits in
     * this way does not count as somebody who looks on, for whom previews are made. The action must return quickly.
     */
    AutoCloseable onFinish(UUID id, Runnable action);

    /**
     * @param jobs newest first
     * @param nextCursor null on the last page
     */
    record JobPage(List<Job> jobs, @Nullable String nextCursor) {}
}
