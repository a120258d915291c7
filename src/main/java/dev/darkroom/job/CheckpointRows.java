package dev.darkroom.job;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The parts of checkpoints as rows, so that any worker can go on with a job. Thread-safe. */
final class CheckpointRows {

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    CheckpointRows(JdbcClient database, TransactionTemplate transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /** Adds a part, while the lease holds. */
    boolean append(Lease lease, byte[] part) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<Integer> number = database.sql("update job set checkpoints = checkpoints + 1"
                            + " where id = :id and token = :token and state = 'RUNNING' returning checkpoints")
                    .param("id", lease.id().toString())
                    .param("token", lease.token())
                    .query(Integer.class)
                    .optional();
            number.ifPresent(next -> database.sql(
                            "insert into job_checkpoint (job_id, part, content) values (:id, :part, :content)")
                    .param("id", lease.id().toString())
                    .param("part", next)
                    .param("content", part)
                    .update());
            return number.isPresent();
        }));
    }

    /** All parts of a job, in order. */
    List<byte[]> read(UUID id) {
        return database.sql("select content from job_checkpoint where job_id = :id order by part")
                .param("id", id.toString())
                .query((row, number) -> row.getBytes(1))
                .list();
    }
}
