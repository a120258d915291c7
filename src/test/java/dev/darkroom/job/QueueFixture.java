package dev.darkroom.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import dev.darkroom.imagestore.LocalImageStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** The queue's tables and the parts that write them, on a database file and a clock of the test's; nothing runs by itself. */
final class QueueFixture implements AutoCloseable {

    static final QueueSettings SETTINGS = new QueueSettings(
            2,
            Duration.ofSeconds(20),
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            DataSize.ofKilobytes(1),
            3,
            Duration.ofSeconds(2),
            3,
            Duration.ofMillis(500),
            Duration.ofSeconds(1));

    static final QueueLimits LIMITS = new QueueLimits(3, 1_000_000, 3, DataSize.ofBytes(1000));

    final TickingClock clock = new TickingClock();
    final JobIntake.Tables tables;
    final JobTransitions transitions;
    final Pace pace = new Pace();
    final Backlog backlog;
    final RunningJobs running = new RunningJobs();
    final LocalImageStore store;
    final ResultPictures pictures;
    final JobEnding ending;
    final JobIntake intake;

    final HikariDataSource dataSource;

    QueueFixture(Path folder) {
        dataSource = QueueDatabase.open(folder.resolve("darkroom.db"));
        Flyway.configure()
                .dataSource(dataSource)
                .locations(QueueDatabase.MIGRATIONS)
                .load()
                .migrate();
        JdbcClient database = JdbcClient.create(dataSource);
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        tables = new JobIntake.Tables(
                database, transaction, new JobRows(database), new EventLog(database), new InProcessEventBus());
        transitions = new JobTransitions(database, transaction, tables.events(), tables.bus(), clock);
        backlog = new Backlog(database, LIMITS, pace, SETTINGS.concurrency());
        CustomTask<Void> idle = Tasks.custom(JobTask.NAME, Void.class).execute((instance, context) -> null);
        Schedule schedule = new Schedule(Scheduler.create(new JoinedDataSource(dataSource), idle)
                .enablePriority()
                .clock(clock::instant)
                .build());
        store = new LocalImageStore(folder.resolve("images"));
        pictures = new ResultPictures(store);
        JobMetrics metrics = new JobMetrics(new SimpleMeterRegistry(), clock);
        ending = new JobEnding(tables, transitions, schedule, running, pictures, metrics);
        intake = new JobIntake(tables, backlog, schedule, clock);
    }

    /** Accepts a job of one picture. */
    UUID submit(long seed, int steps) {
        return intake.accept(Requests.submission(seed, steps));
    }

    /** Accepts a job and begins it. */
    Lease begun(long token) {
        Lease lease = new Lease(submit(token, 10), token);
        if (!transitions.begin(lease, 1)) {
            throw new IllegalStateException("a new job can begin");
        }
        return lease;
    }

    StoredJob stored(UUID id) {
        return tables.rows().find(id).orElseThrow();
    }

    JobState state(UUID id) {
        return stored(id).job().state();
    }

    /** Makes the database refuse to grow, as a full disk would. */
    void allowNoMorePages() throws SQLException {
        List<Connection> all = new ArrayList<>();
        for (int connection = 0; connection < dataSource.getMaximumPoolSize(); connection++) {
            all.add(dataSource.getConnection());
        }
        for (Connection connection : all) {
            try (connection;
                    Statement statement = connection.createStatement()) {
                statement.execute("pragma max_page_count = 1");
            }
        }
    }

    @Override
    public void close() {
        dataSource.close();
    }
}
