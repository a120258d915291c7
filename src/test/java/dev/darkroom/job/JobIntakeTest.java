package dev.darkroom.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.imagestore.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobIntakeTest {

    @TempDir
    Path folder;

    private QueueFixture queue;

    @BeforeEach
    void open() {
        queue = new QueueFixture(folder);
    }

    @AfterEach
    void close() {
        queue.close();
    }

    @Test
    void rowScheduleAndEventAppearTogether() {
        UUID id = queue.submit(1, 10);
        assertThat(id.version()).isEqualTo(7);
        assertThat(queue.state(id)).isEqualTo(JobState.QUEUED);
        assertThat(queue.stored(id).line().cost()).isEqualTo(64 * 64 * 10);
        assertThat(queue.tables.events().after(id, 0))
                .extracting(JobEvent::type)
                .containsExactly("queued");
        assertThat(scheduled()).isEqualTo(1);
    }

    @Test
    void aRefusedJobLeavesNothing() {
        IntStream.range(0, 3).forEach(seed -> queue.submit(seed, 10));
        assertThatThrownBy(() -> queue.submit(3, 10)).isInstanceOf(QueueFullException.class);
        assertThat(scheduled()).isEqualTo(3);
        assertThat(queue.backlog.queued().jobs()).isEqualTo(3);
    }

    @Test
    void theSameKeyAndBodyIsTheSameJobEvenWhenTheQueueIsFull() {
        UUID first = queue.intake.accept(Requests.withKey("key", 1));
        IntStream.range(0, 2).forEach(seed -> queue.submit(seed, 10));
        assertThat(queue.intake.accept(Requests.withKey("key", 1))).isEqualTo(first);
    }

    @Test
    void theSameKeyWithAnotherBodyIsAConflict() {
        UUID first = queue.intake.accept(Requests.withKey("key", 1));
        assertThatThrownBy(() -> queue.intake.accept(Requests.withKey("key", 2)))
                .isInstanceOf(IdempotencyConflictException.class)
                .hasMessageContaining(first.toString());
    }

    @Test
    void ofManyWhoRaceWithOneKeyOneMakesTheJob() {
        assertThat(IntStream.range(0, 32)
                        .parallel()
                        .mapToObj(client -> queue.intake.accept(Requests.withKey("key", 1)))
                        .distinct())
                .hasSize(1);
        assertThat(scheduled()).isEqualTo(1);
    }

    @Test
    void aKeyIsFreeAgainOnceItsJobIsDeleted() {
        UUID first = queue.intake.accept(Requests.withKey("key", 1));
        assertThat(queue.ending.delete(first)).isTrue();
        assertThat(queue.intake.accept(Requests.withKey("key", 2))).isNotEqualTo(first);
    }

    @Test
    void aDatabaseThatTakesNoMoreIsSaidToBeFull() throws SQLException {
        queue.allowNoMorePages();
        Submission large = new Submission(
                Requests.request(1, 10, 1), null, "hash", null, 0, Map.of("label", "x".repeat(2_000_000)));
        assertThatThrownBy(() -> queue.intake.accept(large))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("full")
                .hasMessageContaining("submit again");
    }

    @Test
    void aFileThatIsNoDatabaseIsNamedWithTheWayOut() throws IOException {
        Path file =
                Files.writeString(folder.resolve("other.db"), "this is no database, however long it is. ".repeat(99));
        assertThatThrownBy(() -> QueueDatabase.open(file))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("not a database")
                .hasMessageContaining("move it away");
    }

    @Test
    void retryAfterFollowsTheMeasuredPace() {
        queue.pace.begin(0);
        queue.pace.advance(64 * 64 * 10, 30_000_000_000L);
        queue.pace.end(30_000_000_000L);
        IntStream.range(0, 3).forEach(seed -> queue.submit(seed, 10));
        assertThatThrownBy(() -> queue.submit(3, 10))
                .isInstanceOfSatisfying(
                        QueueFullException.class,
                        full -> assertThat(full.retryAfter()).isCloseTo(Duration.ofSeconds(30), Duration.ofSeconds(1)));
    }

    private long scheduled() {
        return queue.tables
                .database()
                .sql("select count(*) from scheduled_tasks")
                .query(Long.class)
                .single();
    }
}
