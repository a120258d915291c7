package dev.darkroom.job;

import dev.darkroom.imagestore.InputPictures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Removes finished jobs that are too old or too many, oldest first, and input pictures that nobody used. Thread-safe. */
final class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final int BATCH = 100;
    /** A use of an input picture is noted at this precision. */
    private static final Duration SHORTEST_INPUT_RETENTION = Duration.ofDays(1);

    private final JdbcClient database;
    private final JobEnding ending;
    private final InputPictures inputs;
    private final Duration retention;
    private final QueueLimits limits;
    private final Clock clock;

    Retention(
            JdbcClient database,
            JobEnding ending,
            InputPictures inputs,
            Duration retention,
            QueueLimits limits,
            Clock clock) {
        this.database = database;
        this.ending = ending;
        this.inputs = inputs;
        this.retention = retention;
        this.limits = limits;
        this.clock = clock;
    }

    /** A finished job that is kept. */
    private record Kept(UUID id, Instant finished, long bytes) {}

    /** Removes all finished jobs that are past a bound; says how many. */
    int removeJobs() {
        Instant oldest = clock.instant().minus(retention);
        long jobs = number("select count(*) from job where finished is not null");
        long bytes = number("select coalesce(sum(bytes), 0) from job where finished is not null");
        int removed = 0;
        for (List<Kept> batch = oldestFinished(); !batch.isEmpty(); batch = oldestFinished()) {
            for (Kept job : batch) {
                boolean within = jobs <= limits.storedJobs()
                        && bytes <= limits.storedBytes().toBytes();
                if (within && !job.finished().isBefore(oldest)) {
                    return removed;
                }
                ending.delete(job.id());
                LOG.debug("Removed job {}, finished {}", job.id(), job.finished());
                jobs--;
                bytes -= job.bytes();
                removed++;
            }
        }
        return removed;
    }

    /** Removes input pictures that nobody used within the retention and no unfinished job needs; says how many. */
    int removeInputs() {
        Duration unused = retention.compareTo(SHORTEST_INPUT_RETENTION) > 0 ? retention : SHORTEST_INPUT_RETENTION;
        return inputs.deleteUnusedSince(clock.instant().minus(unused), this::needed);
    }

    private boolean needed(String reference) {
        return database.sql("select count(*) from job where source = :reference and finished is null")
                        .param("reference", reference)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private List<Kept> oldestFinished() {
        return database.sql("select id, finished, bytes from job where finished is not null order by finished limit "
                        + BATCH)
                .query((row, number) -> new Kept(
                        UUID.fromString(row.getString("id")),
                        Instant.ofEpochMilli(row.getLong("finished")),
                        row.getLong("bytes")))
                .list();
    }

    private long number(String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}
