package dev.darkroom.job;

import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The work that waits and runs: bounds it, and estimates from the measured pace how long it takes. Thread-safe. */
final class Backlog {

    private static final String WORK = "select count(*) as jobs, coalesce(sum(cost), 0) as cost from job";
    private static final Duration SHORTEST_RETRY = Duration.ofSeconds(1);
    private static final Duration LONGEST_RETRY = Duration.ofHours(1);

    private final JdbcClient database;
    private final QueueLimits limits;
    private final Pace pace;
    private final int concurrency;

    Backlog(JdbcClient database, QueueLimits limits, Pace pace, int concurrency) {
        this.database = database;
        this.limits = limits;
        this.pace = pace;
        this.concurrency = concurrency;
    }

    /**
     * Some jobs.
     *
     * @param jobs how many
     * @param cost of all of them
     */
    record Work(long jobs, double cost) {}

    /** The jobs that wait. */
    Work queued() {
        return work(database.sql(WORK + " where state = 'QUEUED'"));
    }

    /** What is left of the jobs that run. */
    Work running() {
        return work(database.sql("select count(*) as jobs, coalesce(sum(cost * (1.0 - step * 1.0 / steps)), 0) as cost"
                + " from job where state = 'RUNNING'"));
    }

    /**
     * Lets a job of this cost in, or not; called in the transaction that would insert it. A job that alone is larger
     * than the bound is let into an empty queue.
     */
    void admit(long cost) {
        Work queued = queued();
        double tooMuch = queued.cost() + cost - limits.queuedPixelSteps();
        if (queued.jobs() >= limits.queuedJobs()) {
            tooMuch = Math.max(tooMuch, queued.cost() / queued.jobs());
        } else if (queued.jobs() == 0 || tooMuch <= 0) {
            return;
        }
        Duration room = pace.timeFor(tooMuch);
        Duration retryAfter = room.compareTo(SHORTEST_RETRY) < 0
                ? SHORTEST_RETRY
                : room.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : room;
        throw new QueueFullException(
                "The queue is full: " + queued.jobs() + " jobs wait. Try again in "
                        + (retryAfter.toMillis() + 999) / 1000 + " seconds.",
                retryAfter);
    }

    /** Where a waiting job stands and when, by the measured pace, it begins. */
    Job.QueuePlace place(UUID id, StoredJob.Line line) {
        Work ahead =
                work(database.sql(WORK + " where state = 'QUEUED' and (priority > :priority or (priority = :priority"
                                + " and (due < :due or (due = :due and id < :id))))")
                        .param("priority", line.priority())
                        .param("due", line.due().toEpochMilli())
                        .param("id", id.toString()));
        Work running = running();
        long before = ahead.jobs() + running.jobs();
        long toFinish = Math.max(0, before - concurrency + 1);
        double cost = before == 0 ? 0 : (ahead.cost() + running.cost()) * toFinish / before;
        return new Job.QueuePlace((int) Math.min(Integer.MAX_VALUE, ahead.jobs() + 1), pace.timeFor(cost));
    }

    private static Work work(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, number) -> new Work(row.getLong("jobs"), row.getDouble("cost")))
                .single();
    }
}
