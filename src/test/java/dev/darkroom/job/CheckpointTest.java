package dev.darkroom.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {

    @TempDir
    Path folder;

    private QueueFixture queue;
    private CheckpointRows rows;
    private Lease lease;
    private Checkpoint checkpoint;

    @BeforeEach
    void open() {
        queue = new QueueFixture(folder);
        rows = new CheckpointRows(queue.tables.database(), queue.tables.transaction());
        lease = queue.begun(5);
        checkpoint = load();
    }

    @AfterEach
    void close() {
        queue.close();
    }

    @Test
    void anotherAttemptFindsWhatWasWrittenInOrder() {
        checkpoint.record(0, 0, new float[] {1, 2});
        checkpoint.record(0, 1, new float[] {3, 4});
        checkpoint.record(1, 0, new float[] {5, 6});
        assertThat(checkpoint.flush()).isTrue();
        Checkpoint next = load();
        assertThat(next.size()).isEqualTo(3);
        assertThat(next.recorded(0)).containsExactly(new float[] {1, 2}, new float[] {3, 4});
        assertThat(next.recorded(1)).containsExactly(new float[] {5, 6});
        assertThat(next.recorded(2)).isEmpty();
    }

    @Test
    void nothingIsWrittenBeforeTheInterval() {
        checkpoint.record(0, 0, new float[] {1});
        assertThat(rows.read(lease.id())).isEmpty();
        queue.clock.advance(Duration.ofSeconds(5));
        checkpoint.record(0, 1, new float[] {2});
        checkpoint.record(0, 2, new float[] {3});
        assertThat(rows.read(lease.id())).hasSize(1);
        assertThat(load().size()).isEqualTo(2);
    }

    @Test
    void aReplayedResultIsNotWrittenTwiceAndTheNextOneFollows() {
        checkpoint.record(0, 0, new float[] {1});
        checkpoint.flush();
        Checkpoint next = load();
        next.record(0, 0, new float[] {1});
        next.record(0, 1, new float[] {2});
        next.flush();
        assertThat(load().recorded(0)).containsExactly(new float[] {1}, new float[] {2});
    }

    @Test
    void aGapIsNeverWritten() {
        checkpoint.record(0, 1, new float[] {2});
        checkpoint.record(0, 3, new float[] {4});
        checkpoint.flush();
        assertThat(load().size()).isZero();
    }

    @Test
    void theSizeIsBoundedAndWhatIsKeptIsAPrefix() {
        for (int evaluation = 0; evaluation < 20; evaluation++) {
            checkpoint.record(0, evaluation, new float[50]);
        }
        checkpoint.flush();
        assertThat(load().size()).isEqualTo(4); // of 212 bytes each, within 1 KB
    }

    @Test
    void theArrayMayBeUsedAgainByTheSampler() {
        float[] x = {1};
        checkpoint.record(0, 0, x);
        x[0] = 9;
        checkpoint.flush();
        assertThat(load().recorded(0)).containsExactly(new float[] {1});
    }

    @Test
    void aLostLeaseWritesNothing() {
        queue.transitions.begin(new Lease(lease.id(), 6), 2);
        checkpoint.record(0, 0, new float[] {1});
        assertThat(checkpoint.flush()).isFalse();
        assertThat(rows.read(lease.id())).isEmpty();
    }

    @Test
    void theEndOfTheJobRemovesIt() {
        checkpoint.record(0, 0, new float[] {1});
        checkpoint.flush();
        queue.transitions.finish(lease, Outcome.failed("broken", "It broke."));
        assertThat(rows.read(lease.id())).isEmpty();
    }

    @Property(tries = 100)
    void everyPartCanBeReadBackBitForBit(@ForAll @Size(max = 20) List<float[]> results) {
        List<CheckpointPart.Evaluation> written = IntStream.range(0, results.size())
                .mapToObj(index -> new CheckpointPart.Evaluation(index % 3, index, results.get(index)))
                .toList();
        List<CheckpointPart.Evaluation> read = CheckpointPart.decode(CheckpointPart.encode(written));
        assertThat(read).hasSameSizeAs(written);
        for (int index = 0; index < read.size(); index++) {
            assertThat(read.get(index).index()).isEqualTo(index % 3);
            assertThat(read.get(index).evaluation()).isEqualTo(index);
            assertThat(read.get(index).denoised()).isEqualTo(results.get(index));
        }
    }

    @Test
    void aPartOfAnotherVersionIsLeftOut() {
        assertThat(CheckpointPart.decode(new byte[] {2, 0, 0})).isEmpty();
    }

    @Test
    void aDamagedPartIsLeftOutInsteadOfEndingTheJob() {
        checkpoint.record(0, 0, new float[] {1});
        checkpoint.flush();
        rows.append(lease, new byte[] {1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 9, 1});
        assertThat(load().recorded(0)).containsExactly(new float[] {1});
    }

    private Checkpoint load() {
        return Checkpoint.load(lease, rows, QueueFixture.SETTINGS, queue.clock);
    }
}
