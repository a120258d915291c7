package dev.darkroom.job;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends jobs from outside their attempts: cancels, expires and deletes them. Thread-safe. */
final class JobEnding {

    private final JobIntake.Tables tables;
    private final JobTransitions transitions;
    private final Schedule schedule;
    private final RunningJobs running;
    private final ResultPictures pictures;
    private final JobMetrics metrics;

    JobEnding(
            JobIntake.Tables tables,
            JobTransitions transitions,
            Schedule schedule,
            RunningJobs running,
            ResultPictures pictures,
            JobMetrics metrics) {
        this.tables = tables;
        this.transitions = transitions;
        this.schedule = schedule;
        this.running = running;
        this.pictures = pictures;
        this.metrics = metrics;
    }

    /** Ends a waiting job at once, a running one at its next step. */
    void cancel(UUID id) {
        if (!endQueued(id, Outcome.cancelled())) {
            transitions.requestCancel(id);
            running.stop(id, StopReason.CANCEL);
        }
    }

    /** Ends a waiting job whose deadline has passed. */
    boolean expire(UUID id) {
        return endQueued(id, Outcome.expired());
    }

    /** Ends a job if needed and removes all that is kept of it. False if there is none. */
    boolean delete(UUID id) {
        Optional<StoredJob> stored = tables.rows().find(id);
        if (stored.isEmpty()) {
            return false;
        }
        transitions.endUnfinished(id, Outcome.cancelled());
        running.stop(id, StopReason.LEASE_LOST);
        remove(id);
        tables.bus().publish(id);
        pictures.deleteAll(id);
        return true;
    }

    private boolean endQueued(UUID id, Outcome outcome) {
        boolean ended = Boolean.TRUE.equals(transaction().execute(status -> {
            boolean changed = transitions.endQueued(id, outcome);
            if (changed) {
                schedule.remove(id);
            }
            return changed;
        }));
        if (ended) {
            Instant created = tables.rows()
                    .find(id)
                    .map(stored -> stored.job().times().created())
                    .orElse(Instant.EPOCH);
            metrics.ended(outcome.state(), created);
        }
        return ended;
    }

    private void remove(UUID id) {
        transaction().executeWithoutResult(status -> {
            for (String table :
                    new String[] {"job_event where job_id", "job_checkpoint where job_id", "job where id"}) {
                database()
                        .sql("delete from " + table + " = :id")
                        .param("id", id.toString())
                        .update();
            }
            schedule.remove(id);
        });
    }

    private TransactionTemplate transaction() {
        return tables.transaction();
    }

    private JdbcClient database() {
        return tables.database();
    }
}
