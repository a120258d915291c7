package dev.darkroom.job;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Expires waiting jobs whose deadline has passed; running ones notice by themselves. Thread-safe. */
final class Deadlines {

    private final JdbcClient database;
    private final JobEnding ending;
    private final Clock clock;

    Deadlines(JdbcClient database, JobEnding ending, Clock clock) {
        this.database = database;
        this.ending = ending;
        this.clock = clock;
    }

    void expireQueued() {
        List<String> late = database.sql("select id from job where deadline <= :now and deadline is not null"
                        + " and finished is null and state = 'QUEUED'")
                .param("now", clock.millis())
                .query(String.class)
                .list();
        late.forEach(id -> ending.expire(UUID.fromString(id)));
    }
}
