package dev.darkroom.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunMonitorTest {

    @TempDir
    Path folder;

    private final AtomicBoolean watched = new AtomicBoolean();
    private QueueFixture queue;
    private Lease lease;
    private StopSignal signal;
    private JobRun run;
    private RunMonitor monitor;

    @BeforeEach
    void open() {
        queue = new QueueFixture(folder);
        lease = queue.begun(5);
        JobRows rows = queue.tables.rows();
        Drain drain = new Drain(queue.clock, Duration.ofSeconds(20));
        JobRuns runs = new JobRuns(
                queue.transitions,
                new CheckpointRows(queue.tables.database(), queue.tables.transaction()),
                new StopSignal.Watch(rows, drain, queue.clock, Duration.ofSeconds(1)),
                QueueFixture.SETTINGS,
                new JobRuns.Live(queue.running, queue.pace, id -> watched.get()));
        run = runs.open(queue.stored(lease.id()), lease);
        signal = run.signal();
        monitor = (RunMonitor) run.monitor();
    }

    @AfterEach
    void close() {
        queue.close();
    }

    @Test
    void aDatabaseThatRefusesHintsDoesNotEndTheJob() {
        queue.close();
        assertThatCode(() -> {
                    monitor.progress(1, 10);
                    monitor.preview(0, new byte[] {1});
                    queue.clock.advance(Duration.ofSeconds(6));
                    monitor.record(0, 0, new float[] {1});
                    run.close();
                })
                .doesNotThrowAnyException();
        assertThat(monitor.cancelRequested()).isFalse();
    }

    @Test
    void progressIsKnownInThisProcessAtOnce() {
        monitor.progress(3, 10);
        assertThat(queue.running.progress(lease.id()).orElseThrow().step()).isEqualTo(3);
        queue.running.stop(lease.id(), StopReason.CANCEL);
        assertThat(monitor.cancelRequested()).isTrue();
    }

    @Test
    void previewsAreWantedOnlyWhileSomebodyLooks() {
        assertThat(monitor.previewWanted()).isFalse();
        watched.set(true);
        assertThat(monitor.previewWanted()).isTrue();
        monitor.preview(0, new byte[] {1});
        assertThat(monitor.previewWanted()).isFalse();
    }

    @Test
    void aLostLeaseStopsTheJobAtItsNextHint() {
        queue.transitions.begin(new Lease(lease.id(), 6), 2);
        monitor.progress(1, 10);
        run.close();
        assertThat(signal.reason()).contains(StopReason.LEASE_LOST);
    }

    @Test
    void aRunIsOverOnlyWhenItsProgressIsWritten() {
        monitor.progress(1, 10);
        monitor.preview(0, new byte[] {1});
        monitor.progress(10, 10);
        run.close();
        assertThat(queue.tables.events().after(lease.id(), 2).stream().map(JobEvent::type))
                .containsExactly("progress", "preview", "progress");
    }

    @Test
    void progressThatCannotBeWrittenForWhateverReasonEndsNoRun() {
        ProgressWriter writer = new ProgressWriter(lease, queue.transitions, signal, Runnable::run);
        writer.write(new Job.Progress(1, 10, null), "progress", Map.of("number", new Unwritable()));
        assertThatCode(writer::close).doesNotThrowAnyException();
        assertThat(queue.tables.events().after(lease.id(), 2)).isEmpty();
    }

    @Test
    void noStepWaitsForTheDatabase() throws Exception {
        try (Connection other = queue.dataSource.getConnection();
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("update job set step = step");
            monitor.progress(1, 10);
            monitor.progress(10, 10);
            assertThat(queue.tables.events().after(lease.id(), 2)).isEmpty();
            other.rollback();
        }
        run.close();
        assertThat(queue.tables.events().after(lease.id(), 2)).hasSize(2);
    }

    /** No JSON comes of it. */
    public static final class Unwritable {

        public int getNumber() {
            throw new IllegalStateException("there is no number");
        }
    }
}
