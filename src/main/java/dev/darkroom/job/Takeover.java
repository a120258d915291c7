package dev.darkroom.job;

import java.sql.Timestamp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets a process that is alone on its data directory take over the jobs of its predecessor at once: it marks the
 * heartbeats of all held executions as long past, and db-scheduler, which looks for such when it starts, hands them to
 * the {@link CrashRecovery}.
 */
final class Takeover implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Takeover.class);

    private final SoleProcess processes;
    private final JdbcClient database;

    Takeover(SoleProcess processes, JdbcClient database) {
        this.processes = processes;
        this.database = database;
    }

    /** To be called before the scheduler starts. */
    void begin() {
        processes.join(this::expireHeartbeats);
    }

    private void expireHeartbeats() {
        int held = database.sql("update scheduled_tasks set last_heartbeat = :past where picked = :held")
                .param("past", new Timestamp(0))
                .param("held", true)
                .update();
        if (held > 0) {
            LOG.info("The process before this one left {} jobs behind; they are taken over", held);
        }
    }

    @Override
    public void close() {
        processes.close();
    }
}
