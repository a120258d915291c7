package dev.darkroom.job;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import com.github.kagkarlsson.shaded.jdbc.SQLRuntimeException;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.imagestore.StorageException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

/** Accepts jobs: row, first event and schedule in one transaction. Thread-safe. */
final class JobIntake {

    /** Until there are tenants all jobs belong to one. */
    private static final String TENANT = "";

    private static final String INSERT = "insert into job (id, tenant, idempotency_key, body_hash, request_version,"
            + " request, source, labels, priority, cost, due, deadline, state, created, steps, events) values (:id,"
            + " :tenant, :key, :bodyHash, :version, :request, :source, :labels, :priority, :cost, :now, :deadline,"
            + " 'QUEUED', :now, :steps, 1)";

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final JobRows rows;
    private final EventLog events;
    private final Backlog backlog;
    private final Schedule schedule;
    private final Clock clock;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    JobIntake(Tables tables, Backlog backlog, Schedule schedule, Clock clock) {
        this.database = tables.database();
        this.transaction = tables.transaction();
        this.rows = tables.rows();
        this.events = tables.events();
        this.backlog = backlog;
        this.schedule = schedule;
        this.clock = clock;
    }

    /**
     * The queue's tables.
     *
     * @param database statements
     * @param transaction around several statements
     * @param rows jobs
     * @param events their events
     * @param bus tells of changes
     */
    record Tables(JdbcClient database, TransactionTemplate transaction, JobRows rows, EventLog events, EventBus bus) {}

    /**
     * The id of the new job, or of the earlier one with the same key and body.
     *
     * @throws StorageException when the database takes no more
     */
    UUID accept(Submission submission) {
        try {
            return accepted(submission);
        } catch (DuplicateKeyException raced) {
            return accepted(submission); // another process inserted the same key: now it is found
        } catch (DataAccessException | TransactionException | SQLRuntimeException e) {
            throw new StorageException(
                    "The job was not accepted because the queue's database cannot be written ("
                            + reason(e)
                            + "). Free space on the disk of the data directory, check that it is not read-only, and"
                            + " submit again.",
                    e);
        }
    }

    /** SQLite ends a transaction by itself when the disk is full, so that its rollback fails too: the first error counts. */
    private static @Nullable String reason(RuntimeException e) {
        Throwable first = e instanceof TransactionSystemException failed && failed.getOriginalException() != null
                ? failed.getOriginalException()
                : e;
        return NestedExceptionUtils.getMostSpecificCause(first).getMessage();
    }

    private UUID accepted(Submission submission) {
        UUID id = transaction.execute(status -> earlier(submission).orElseGet(() -> insert(submission)));
        if (id == null) {
            throw new IllegalStateException("the transaction gave no job");
        }
        return id;
    }

    private Optional<UUID> earlier(Submission submission) {
        String key = submission.idempotencyKey();
        if (key == null) {
            return Optional.empty();
        }
        Optional<StoredJob> known = rows.findByKey(TENANT, key);
        if (known.isPresent() && !known.get().bodyHash().equals(submission.bodyHash())) {
            throw new IdempotencyConflictException("The idempotency key was used before with another request, for job "
                    + known.get().job().id() + ". Take a new key for a new request.");
        }
        return known.map(stored -> stored.job().id());
    }

    private UUID insert(Submission submission) {
        GenerationRequest request = submission.request();
        long steps = request.steps();
        long cost = request.cost();
        backlog.admit(cost);
        UUID id = ids.generate();
        Instant now = clock.instant();
        Map<String, Object> values = new HashMap<>();
        values.put("id", id.toString());
        values.put("tenant", TENANT);
        values.put("key", submission.idempotencyKey());
        values.put("bodyHash", submission.bodyHash());
        values.put("version", JobJson.REQUEST_VERSION);
        values.put("request", JobJson.write(request));
        values.put("source", request.source() == null ? null : request.source().reference());
        values.put("labels", JobJson.write(submission.labels()));
        values.put("priority", submission.priority());
        values.put("cost", cost);
        values.put("now", now.toEpochMilli());
        values.put(
                "deadline",
                submission.deadline() == null ? null : submission.deadline().toEpochMilli());
        values.put("steps", steps);
        database.sql(INSERT).params(values).update();
        events.append(id, new JobEvent(1, "queued", now, Map.of()));
        schedule.add(id, submission.priority(), now);
        return id;
    }
}
