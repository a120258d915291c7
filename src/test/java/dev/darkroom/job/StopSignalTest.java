package dev.darkroom.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopSignalTest {

    @TempDir
    Path folder;

    private QueueFixture queue;
    private Drain drain;
    private Lease lease;
    private StopSignal signal;

    @BeforeEach
    void open() {
        queue = new QueueFixture(folder);
        drain = new Drain(queue.clock, Duration.ofSeconds(20));
        UUID id = queue.intake.accept(new Submission(
                Requests.request(1, 10, 1), null, "hash", queue.clock.instant().plusSeconds(60), 0, Map.of()));
        lease = new Lease(id, 5);
        queue.transitions.begin(lease, 1);
        signal = signal();
    }

    @AfterEach
    void close() {
        queue.close();
    }

    @Test
    void withoutAReasonTheJobGoesOn() {
        assertThat(signal.reason()).isEmpty();
    }

    @Test
    void aStopInThisProcessCountsAtOnceAndTheFirstReasonStays() {
        signal.stop(StopReason.CANCEL);
        signal.stop(StopReason.DRAIN);
        assertThat(signal.reason()).contains(StopReason.CANCEL);
    }

    @Test
    void aCancellationInTheRowIsSeenOnceTheIntervalIsOver() {
        assertThat(signal.reason()).isEmpty();
        queue.transitions.requestCancel(lease.id());
        assertThat(signal.reason()).isEmpty();
        queue.clock.advance(Duration.ofSeconds(1));
        assertThat(signal.reason()).contains(StopReason.CANCEL);
    }

    @Test
    void aCancellationFromBeforeTheJobWasKnownHereIsSeenAtOnce() {
        queue.transitions.requestCancel(lease.id());
        assertThat(signal().reason()).contains(StopReason.CANCEL);
    }

    @Test
    void anotherWorkersLeaseStopsThisOne() {
        queue.transitions.begin(new Lease(lease.id(), 6), 2);
        assertThat(signal.reason()).contains(StopReason.LEASE_LOST);
    }

    @Test
    void theDeadlineStopsIt() {
        queue.clock.advance(Duration.ofSeconds(60));
        assertThat(signal.reason()).contains(StopReason.DEADLINE);
    }

    @Test
    void aDrainStopsItOnceItsPatienceIsOver() {
        drain.begin();
        queue.clock.advance(Duration.ofMillis(19_999));
        assertThat(signal.reason()).isEmpty();
        drain.begin();
        queue.clock.advance(Duration.ofMillis(1));
        assertThat(signal.reason()).contains(StopReason.DRAIN);
    }

    private StopSignal signal() {
        return new StopSignal(
                lease,
                queue.stored(lease.id()).line(),
                new StopSignal.Watch(queue.tables.rows(), drain, queue.clock, Duration.ofSeconds(1)));
    }
}
