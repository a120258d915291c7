package dev.darkroom.job;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The events of all jobs as rows. Called within the transaction that changes the job. Thread-safe. */
final class EventLog {

    /** Events read at a time, so that a long history needs no long memory. */
    private static final int BATCH = 200;

    private final JdbcClient database;

    EventLog(JdbcClient database) {
        this.database = database;
    }

    /** Adds an event; a preview takes the place of the job's earlier ones. */
    void append(UUID job, JobEvent event) {
        if (event.type().equals("preview")) {
            database.sql("delete from job_event where job_id = :job and type = 'preview'")
                    .param("job", job.toString())
                    .update();
        }
        database.sql("insert into job_event (job_id, id, type, at, data) values (:job, :id, :type, :at, :data)")
                .param("job", job.toString())
                .param("id", event.id())
                .param("type", event.type())
                .param("at", event.at().toEpochMilli())
                .param("data", JobJson.write(event.data()))
                .update();
    }

    /** False if the job was deleted: every job has events. */
    boolean knows(UUID job) {
        return database.sql("select count(*) from (select 1 from job_event where job_id = :job limit 1) as first")
                        .param("job", job.toString())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The next events after {@code lastId}, in order; empty if there is none. */
    List<JobEvent> after(UUID job, long lastId) {
        return database.sql("select id, type, at, data from job_event where job_id = :job and id > :last"
                        + " order by id limit :batch")
                .param("job", job.toString())
                .param("last", lastId)
                .param("batch", BATCH)
                .query((row, number) -> {
                    Map<String, Object> data = JobJson.data(row.getString("data"));
                    return new JobEvent(
                            row.getLong("id"), row.getString("type"), Instant.ofEpochMilli(row.getLong("at")), data);
                })
                .list();
    }
}
