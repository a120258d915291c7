package dev.darkroom.job;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every change of a job's state, each one transaction with its event. A change happens only from the state it belongs
 * to and, where a worker asks for it, only while that worker's lease holds; so terminal states never change and a
 * worker that was taken for dead changes nothing. Thread-safe.
 */
final class JobTransitions {

    private static final String WHILE_LEASED = "id = :id and token = :token and state = 'RUNNING'";
    private static final String WHILE_QUEUED = "id = :id and state = 'QUEUED'";
    private static final String WHILE_UNFINISHED = "id = :id and finished is null";

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final EventLog events;
    private final EventBus bus;
    private final Clock clock;

    JobTransitions(JdbcClient database, TransactionTemplate transaction, EventLog events, EventBus bus, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.events = events;
        this.bus = bus;
        this.clock = clock;
    }

    /**
     * QUEUED → RUNNING under a new lease, unless the job is to end or a later lease was given out. A job that is RUNNING
     * under an earlier lease is taken over: db-scheduler gives out a new lease only when the earlier one is over.
     */
    boolean begin(Lease lease, int attempt) {
        return change(
                lease.id(),
                "state = 'RUNNING', token = :token, attempts = attempts + 1, started = coalesce(started, :now)",
                WHILE_UNFINISHED
                        + " and token < :token and cancel_requested = 0 and (deadline is null or deadline > :now)",
                Map.of("token", lease.token()),
                "started",
                Map.of("attempt", attempt));
    }

    /** RUNNING → a terminal state, while the lease holds. */
    boolean finish(Lease lease, Outcome outcome) {
        return end(lease.id(), outcome, WHILE_LEASED, Map.of("token", lease.token()));
    }

    /** QUEUED → a terminal state. */
    boolean endQueued(UUID id, Outcome outcome) {
        return end(id, outcome, WHILE_QUEUED, Map.of());
    }

    /** QUEUED or RUNNING → a terminal state, whoever holds the lease. */
    boolean endUnfinished(UUID id, Outcome outcome) {
        return end(id, outcome, WHILE_UNFINISHED, Map.of());
    }

    /** RUNNING → QUEUED, while the lease holds. */
    boolean requeue(Lease lease, Requeue requeue) {
        return change(
                lease.id(),
                "state = 'QUEUED', due = :due, crashes = crashes + :crashes, failures = failures + :failures",
                WHILE_LEASED,
                Map.of(
                        "token",
                        lease.token(),
                        "due",
                        requeue.due().toEpochMilli(),
                        "crashes",
                        requeue.reason() == Requeue.Reason.CRASH ? 1 : 0,
                        "failures",
                        requeue.reason() == Requeue.Reason.FAILURE ? 1 : 0),
                "requeued",
                requeue.data());
    }

    /** Notes how far a running job is, with an event of its own type, while the lease holds. */
    boolean progress(Lease lease, Job.Progress progress, String event, Map<String, Object> data) {
        return change(
                lease.id(),
                "step = :step, steps = :steps",
                WHILE_LEASED,
                Map.of("token", lease.token(), "step", progress.step(), "steps", progress.steps()),
                event,
                data);
    }

    /** Asks for the end of a running job. */
    void requestCancel(UUID id) {
        database.sql("update job set cancel_requested = 1 where " + WHILE_UNFINISHED)
                .param("id", id.toString())
                .update();
    }

    private boolean end(UUID id, Outcome outcome, String where, Map<String, Object> lease) {
        Map<String, Object> values = new HashMap<>(lease);
        values.put("state", outcome.state().name());
        values.put("result", outcome.result() == null ? null : JobJson.write(outcome.result()));
        values.put("bytes", outcome.bytes());
        Job.Failure error = outcome.error();
        values.put("problem", error == null ? null : error.problem());
        values.put("detail", error == null ? null : error.detail());
        String set = "state = :state, finished = :now, result = :result, bytes = :bytes,"
                + " problem = :problem, detail = :detail";
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean ended = change(id, set, where, values, outcome.event(), outcome.data());
            if (ended) {
                database.sql("delete from job_checkpoint where job_id = :id")
                        .param("id", id.toString())
                        .update();
            }
            return ended;
        }));
    }

    private boolean change(
            UUID id, String set, String where, Map<String, Object> values, String event, Map<String, Object> data) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Instant now = clock.instant();
            Map<String, Object> all = new HashMap<>(values);
            all.put("id", id.toString());
            all.put("now", now.toEpochMilli());
            Optional<Long> eventId = database.sql(
                            "update job set " + set + ", events = events + 1 where " + where + " returning events")
                    .params(all)
                    .query(Long.class)
                    .optional();
            eventId.ifPresent(number -> events.append(id, new JobEvent(number, event, now, data)));
            AfterCommit.run(() -> bus.publish(id));
            return eventId.isPresent();
        }));
    }
}
