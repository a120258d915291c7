package dev.darkroom.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.imagestore.ImageStore;
import dev.darkroom.imagestore.InputPictures;
import dev.darkroom.pipeline.GenerationMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {

    @TempDir
    Path folder;

    private QueueFixture queue;
    private Retention retention;

    @BeforeEach
    void open() {
        queue = new QueueFixture(folder);
        retention = new Retention(
                queue.tables.database(),
                queue.ending,
                new InputPictures(queue.store, queue.clock),
                Duration.ofDays(7),
                QueueFixture.LIMITS,
                queue.clock);
    }

    @AfterEach
    void close() {
        queue.close();
    }

    @Test
    void aFinishedJobGoesWithItsPicturesAndEventsWhenItIsTooOld() {
        Lease old = finished(5, 10);
        queue.clock.advance(Duration.ofDays(7));
        assertThat(retention.removeJobs()).isZero();
        queue.clock.advance(Duration.ofMillis(1));
        Lease waiting = new Lease(queue.submit(2, 10), 0);
        assertThat(retention.removeJobs()).isEqualTo(1);
        assertThat(queue.tables.rows().find(old.id())).isEmpty();
        assertThat(queue.tables.events().knows(old.id())).isFalse();
        assertThat(keys()).isEmpty();
        assertThat(queue.state(waiting.id())).isEqualTo(JobState.QUEUED);
    }

    @Test
    void ofTooManyTheOldestGo() {
        List<Lease> jobs = new ArrayList<>();
        for (int job = 0; job < 5; job++) {
            jobs.add(finished(5, 10));
            queue.clock.advance(Duration.ofSeconds(1));
        }
        assertThat(retention.removeJobs()).isEqualTo(2);
        assertThat(queue.tables.rows().find(jobs.get(1).id())).isEmpty();
        assertThat(queue.tables.rows().find(jobs.get(2).id())).isPresent();
    }

    @Test
    void ofTooManyBytesTheOldestGo() {
        Lease first = finished(5, 600);
        queue.clock.advance(Duration.ofSeconds(1));
        finished(5, 600);
        assertThat(retention.removeJobs()).isEqualTo(1);
        assertThat(queue.tables.rows().find(first.id())).isEmpty();
    }

    @Test
    void picturesWithoutAJobThatShowsThemAreSwept() throws IOException {
        Lease job = finished(5, 10);
        queue.store.put("results/ab/" + UUID.randomUUID() + "/3-0.png", new byte[1]);
        queue.store.put(
                keys().stream()
                        .filter(key -> key.contains(job.id().toString()))
                        .findFirst()
                        .orElseThrow()
                        .replace("/5-", "/4-"),
                new byte[1]);
        OrphanSweep sweep = new OrphanSweep(queue.store, queue.tables.rows(), Clock.systemUTC());
        assertThat(sweep.sweep()).isZero();
        age();
        assertThat(sweep.sweep()).isEqualTo(2);
        assertThat(keys()).hasSize(1).allMatch(key -> key.contains(job.id() + "/5-0.png"));
    }

    @Test
    void aWaitingJobPastItsDeadlineExpires() {
        Instant deadline = queue.clock.instant().plusSeconds(10);
        UUID id = queue.intake.accept(new Submission(Requests.request(1, 10, 1), null, "hash", deadline, 0, Map.of()));
        Deadlines deadlines = new Deadlines(queue.tables.database(), queue.ending, queue.clock);
        deadlines.expireQueued();
        assertThat(queue.state(id)).isEqualTo(JobState.QUEUED);
        queue.clock.advance(Duration.ofSeconds(10));
        deadlines.expireQueued();
        assertThat(queue.state(id)).isEqualTo(JobState.EXPIRED);
    }

    private Lease finished(long token, int bytes) {
        Lease lease = queue.begun(token);
        List<Job.StoredImage> images = queue.pictures.put(
                lease, new FakeGenerator(Duration.ZERO).generate(Requests.request(1, 1, 1), GenerationMonitor.none()));
        queue.transitions.finish(
                lease, Outcome.succeeded(new Job.Result(images, Map.of(), List.of(), Map.of()), bytes));
        return lease;
    }

    private List<String> keys() {
        try (Stream<ImageStore.Entry> entries = queue.store.list(ResultPictures.FOLDER)) {
            return entries.map(ImageStore.Entry::key).toList();
        }
    }

    private void age() throws IOException {
        for (String key : keys()) {
            Files.setLastModifiedTime(
                    folder.resolve("images").resolve(key),
                    FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        }
    }
}
