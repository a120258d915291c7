package dev.darkroom.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacklogTest {

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
    void jobsStandInLineByPriorityThenByArrival() {
        UUID first = queue.submit(1, 10);
        UUID second = queue.submit(2, 10);
        UUID urgent = queue.intake.accept(new Submission(Requests.request(3, 10, 1), null, "hash", null, 5, Map.of()));
        assertThat(position(urgent)).isEqualTo(1);
        assertThat(position(first)).isEqualTo(2);
        assertThat(position(second)).isEqualTo(3);
    }

    @Test
    void whoFindsAFreeWorkerBeginsAtOnce() {
        UUID first = queue.submit(1, 10);
        UUID second = queue.submit(2, 10);
        assertThat(place(first).eta()).isZero();
        assertThat(place(second).eta()).isZero();
        assertThat(place(queue.submit(3, 10)).eta()).isPositive();
    }

    @Test
    void runningJobsCountByWhatIsLeftOfThem() {
        Lease lease = queue.begun(5);
        assertThat(queue.backlog.running()).isEqualTo(new Backlog.Work(1, 64 * 64 * 10));
        queue.transitions.progress(lease, new Job.Progress(5, 10, null), "progress", Map.of());
        assertThat(queue.backlog.running()).isEqualTo(new Backlog.Work(1, 64 * 64 * 5));
    }

    @Test
    void theBoundIsOnCostToo() {
        queue.submit(1, 200);
        assertThatThrownBy(() -> queue.submit(2, 100))
                .isInstanceOf(QueueFullException.class)
                .hasMessageContaining("Try again in");
        assertThatCode(() -> queue.submit(3, 10)).doesNotThrowAnyException();
    }

    @Test
    void aJobLargerThanTheBoundIsLetIntoAnEmptyQueue() {
        assertThatCode(() -> queue.submit(1, 1000)).doesNotThrowAnyException();
        assertThatThrownBy(() -> queue.submit(2, 1)).isInstanceOf(QueueFullException.class);
    }

    @Test
    void retryAfterHasBounds() {
        queue.submit(1, 1000);
        assertThatThrownBy(() -> queue.submit(2, 1))
                .isInstanceOfSatisfying(
                        QueueFullException.class,
                        full -> assertThat(full.retryAfter()).isBetween(Duration.ofSeconds(1), Duration.ofHours(1)));
    }

    private int position(UUID id) {
        return place(id).position();
    }

    private Job.QueuePlace place(UUID id) {
        return queue.backlog.place(id, queue.stored(id).line());
    }
}
