package dev.darkroom.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressReportTest {

    @TempDir
    Path folder;

    private QueueFixture queue;
    private Lease lease;
    private ProgressReport report;

    @BeforeEach
    void open() {
        queue = new QueueFixture(folder);
        lease = queue.begun(5);
        report = report(0);
    }

    @AfterEach
    void close() {
        queue.close();
    }

    @Test
    void theFirstAndTheLastStepAreEventsAndNotMoreThanTwoASecondBetween() {
        for (int step = 1; step <= 100; step++) {
            report.step(step, 100);
            queue.clock.advance(Duration.ofMillis(20));
        }
        List<Object> steps = queue.tables.events().after(lease.id(), 2).stream()
                .map(event -> event.data().get("step"))
                .toList();
        assertThat(steps).containsExactly(1, 26, 51, 76, 100);
        assertThat(queue.stored(lease.id()).job().progress().step()).isEqualTo(100);
    }

    @Test
    void onlyTheLastPreviewIsKept() {
        assertThat(report.previewDue()).isTrue();
        report.preview(0, new byte[] {1});
        assertThat(report.previewDue()).isFalse();
        queue.clock.advance(Duration.ofSeconds(1));
        assertThat(report.previewDue()).isTrue();
        report.preview(0, new byte[] {2});
        List<JobEvent> previews = queue.tables.events().after(lease.id(), 0).stream()
                .filter(event -> event.type().equals("preview"))
                .toList();
        assertThat(previews).hasSize(1);
        assertThat(previews.get(0).id()).isEqualTo(4);
        assertThat(previews.get(0).data()).containsEntry("image", "Ag==").containsEntry("media_type", "image/jpeg");
    }

    @Test
    void theEstimateIsFromTheStepsSinceTheFirst() {
        queue.clock.advance(Duration.ofSeconds(100)); // the model is loaded
        report.step(1, 10);
        assertThat(report.current().eta()).isNull();
        queue.clock.advance(Duration.ofSeconds(2));
        report.step(2, 10);
        assertThat(report.current().eta()).isEqualTo(Duration.ofSeconds(16));
    }

    @Test
    void replayedStepsTeachNothing() {
        ProgressReport resumed = report(5);
        for (int step = 1; step <= 6; step++) {
            resumed.step(step, 10);
        }
        assertThat(queue.tables.events().after(lease.id(), 2)).isEmpty();
        queue.clock.advance(Duration.ofSeconds(3));
        resumed.step(7, 10);
        assertThat(resumed.current().eta()).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void picturesSideBySideMayReportOutOfOrder() {
        report.step(2, 10);
        queue.clock.advance(Duration.ofSeconds(1));
        report.step(1, 10);
        assertThat(report.current().step()).isEqualTo(2);
        assertThat(queue.tables.events().after(lease.id(), 2)).hasSize(1);
    }

    private ProgressReport report(int replayed) {
        return new ProgressReport(
                new Job.Progress(0, 10, null),
                replayed,
                (progress, event, data) -> queue.transitions.progress(lease, progress, event, data),
                QueueFixture.SETTINGS,
                queue.clock);
    }
}
