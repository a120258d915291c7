package dev.darkroom.job;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads jobs. Thread-safe. */
final class JobRows {

    private static final StoredJobMapper MAPPER = new StoredJobMapper();

    private final JdbcClient database;

    JobRows(JdbcClient database) {
        this.database = database;
    }

    Optional<StoredJob> find(UUID id) {
        return database.sql("select * from job where id = :id")
                .param("id", id.toString())
                .query(MAPPER)
                .optional();
    }

    Optional<StoredJob> findByKey(String tenant, String idempotencyKey) {
        return database.sql("select * from job where tenant = :tenant and idempotency_key = :key")
                .param("tenant", tenant)
                .param("key", idempotencyKey)
                .query(MAPPER)
                .optional();
    }

    /** Newest first; one more than {@code limit} where there are more. */
    List<StoredJob> page(@Nullable JobState state, int limit, @Nullable String before) {
        String sql = "select * from job where 1 = 1"
                + (state == null ? "" : " and state = :state")
                + (before == null ? "" : " and id < :before")
                + " order by id desc limit :limit";
        JdbcClient.StatementSpec statement = database.sql(sql).param("limit", limit + 1);
        if (state != null) {
            statement = statement.param("state", state.name());
        }
        if (before != null) {
            statement = statement.param("before", before);
        }
        return statement.query(MAPPER).list();
    }

    /** Whether the lease still holds and, if so, whether somebody asked for the job's end; empty if it does not hold. */
    Optional<Boolean> cancelRequested(Lease lease) {
        return database.sql("select cancel_requested from job where id = :id and token = :token and state = 'RUNNING'")
                .param("id", lease.id().toString())
                .param("token", lease.token())
                .query((row, number) -> row.getInt(1) != 0)
                .optional();
    }
}
