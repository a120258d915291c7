package dev.darkroom.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.imagestore.ImageStore;
import dev.darkroom.imagestore.StoredFile;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Processes that are killed, or asked to stop, in the middle of their jobs. */
class CrashIT {

    private static final int STEPS = 30;

    @TempDir
    Path data;

    @Test
    void everyAcceptedJobSucceedsOnceHoweverOftenTheProcessIsKilled() throws Exception {
        Map<UUID, Long> accepted = QueueProcess.accepted();
        int[] lives = {900, 400, 1300, 700, 1000};
        for (int life = 0; life < lives.length; life++) {
            QueueProcess process = QueueProcess.start(
                    data,
                    1000L * life,
                    60,
                    STEPS,
                    accepted,
                    "darkroom.queue.crashes=99",
                    "darkroom.queue.checkpoint-interval=50ms");
            process.awaitReady();
            Thread.sleep(lives[life]);
            process.kill();
        }
        assertThat(accepted).hasSizeGreaterThan(100);
        try (ConfigurableApplicationContext context =
                QueueApplication.start(data, new FakeGenerator(Duration.ofMillis(2)), "darkroom.queue.crashes=99")) {
            Jobs jobs = context.getBean(Jobs.class);
            ImageStore store = context.getBean(ImageStore.class);
            int retried = 0;
            for (Map.Entry<UUID, Long> entry : accepted.entrySet()) {
                Job job = jobs.await(entry.getKey(), Duration.ofMinutes(2)).orElseThrow();
                assertSucceededOnce(context, job, store, entry.getValue());
                retried += job.attempts() > 1 ? 1 : 0;
            }
            assertThat(retried).isPositive();
            System.out.println("kills 5, accepted " + accepted.size() + ", run more than once " + retried);
        }
    }

    private static void assertSucceededOnce(
            ConfigurableApplicationContext context, Job job, ImageStore store, long seed) throws IOException {
        assertThat(job.state()).as("%s %s", job.id(), job.error()).isEqualTo(JobState.SUCCEEDED);
        assertThat(job.result().images()).hasSize(1);
        String key = job.result().images().get(0).key();
        try (StoredFile file = store.open(key).orElseThrow()) {
            assertThat(file.readAll()).isEqualTo(FakeGenerator.picture(seed, STEPS));
        }
        try (Stream<ImageStore.Entry> files = store.list(key.substring(0, key.lastIndexOf('/')))) {
            assertThat(files.map(ImageStore.Entry::key)).containsExactly(key);
        }
        List<String> types = context.getBean(JdbcClient.class)
                .sql("select type from job_event where job_id = :id order by id")
                .param("id", job.id().toString())
                .query(String.class)
                .list();
        assertThat(types).startsWith("queued").endsWith("succeeded").containsOnlyOnce("succeeded");
    }

    @Test
    void sigtermPutsRunningJobsBackWithTheirCheckpoint() throws Exception {
        Map<UUID, Long> accepted = QueueProcess.accepted();
        int steps = 400;
        QueueProcess process = QueueProcess.start(
                data, 1, 4, steps, accepted, "darkroom.queue.drain=500ms", "darkroom.queue.checkpoint-interval=1m");
        process.awaitReady();
        Thread.sleep(1500);
        long before = System.nanoTime();
        int status = process.terminate();
        long millis = (System.nanoTime() - before) / 1_000_000;
        assertThat(status).isEqualTo(143);
        assertThat(millis).isBetween(400L, 5000L);
        CountingGenerator generator = new CountingGenerator();
        try (ConfigurableApplicationContext context = QueueApplication.start(data, generator)) {
            for (Map.Entry<UUID, Long> entry : accepted.entrySet()) {
                Job job = context.getBean(Jobs.class)
                        .await(entry.getKey(), Duration.ofMinutes(1))
                        .orElseThrow();
                assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
                assertThat(job.attempts()).isEqualTo(2);
                try (StoredFile file = context.getBean(ImageStore.class)
                        .open(job.result().images().get(0).key())
                        .orElseThrow()) {
                    assertThat(file.readAll()).isEqualTo(FakeGenerator.picture(entry.getValue(), steps));
                }
            }
            assertThat(context.getBean(JdbcClient.class)
                            .sql("select sum(crashes) from job")
                            .query(Integer.class)
                            .single())
                    .isZero();
            assertThat(generator.replayed.get()).isPositive();
        }
    }

    @Test
    void aJobThatWasRunningAtTooManyCrashesIsQuarantined() throws Exception {
        Map<UUID, Long> accepted = QueueProcess.accepted();
        for (int crash = 0; crash < 2; crash++) {
            QueueProcess process =
                    QueueProcess.start(data, 1, crash == 0 ? 1 : 0, 100_000, accepted, "darkroom.queue.crashes=2");
            process.awaitReady();
            awaitAttempt(crash + 1);
            process.kill();
        }
        UUID id = accepted.keySet().iterator().next();
        try (ConfigurableApplicationContext context =
                QueueApplication.start(data, new FakeGenerator(Duration.ZERO), "darkroom.queue.crashes=2")) {
            Job job = context.getBean(Jobs.class)
                    .await(id, Duration.ofSeconds(20))
                    .orElseThrow();
            assertThat(job.state()).isEqualTo(JobState.QUARANTINED);
            assertThat(job.attempts()).isEqualTo(2);
            assertThat(job.error()).isNotNull();
            assertThat(job.error().detail()).contains("2 times");
        }
    }

    @Test
    void aWorkerThatOnlyStalledChangesNothingOnceItsJobWasTakenOver() throws Exception {
        Map<UUID, Long> accepted = QueueProcess.accepted();
        String heartbeat = "darkroom.queue.heartbeat=250ms";
        QueueProcess stalled = QueueProcess.start(data, 7, 1, 150, accepted, heartbeat);
        stalled.awaitReady();
        Thread.sleep(500);
        stalled.stall(data.resolve("darkroom.db"));
        UUID id = accepted.keySet().iterator().next();
        try (ConfigurableApplicationContext context =
                QueueApplication.start(data, new FakeGenerator(Duration.ZERO), heartbeat)) {
            Jobs jobs = context.getBean(Jobs.class);
            Job job = jobs.await(id, Duration.ofSeconds(20)).orElseThrow();
            assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
            assertThat(job.attempts()).isEqualTo(2);
            stalled.wake();
            Thread.sleep(2500); // longer than the stalled worker needs to end the job
            assertThat(jobs.find(id)).contains(job);
            try (Stream<ImageStore.Entry> files =
                    context.getBean(ImageStore.class).list("results")) {
                assertThat(files.map(ImageStore.Entry::key))
                        .containsExactly(job.result().images().get(0).key());
            }
        } finally {
            stalled.kill();
        }
    }

    /** Waits until the only job's row says that its n-th attempt runs. */
    private void awaitAttempt(int attempt) throws Exception {
        String sql = "select count(*) from job where state = 'RUNNING' and attempts = " + attempt;
        for (int look = 0; look < 1000; look++) {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("darkroom.db"));
                    ResultSet row = connection.createStatement().executeQuery(sql)) {
                if (row.getInt(1) == 1) {
                    return;
                }
            }
            Thread.sleep(20);
        }
        throw new AssertionError("attempt " + attempt + " does not begin");
    }
}
