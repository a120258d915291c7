package dev.darkroom.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.imagestore.ImageStore;
import dev.darkroom.imagestore.StoredFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole queue on a real database file, with a generator that does as its request's seed says. */
class QueueIT {

    private static final int ENDLESS = 100_000;

    @TempDir
    static Path data;

    private static ConfigurableApplicationContext context;
    private static Jobs jobs;

    @BeforeAll
    static void start() {
        context = QueueApplication.start(
                data, new WilfulGenerator(), "darkroom.queue.concurrency=2", "darkroom.queue.retry-backoff=50ms");
        jobs = context.getBean(Jobs.class);
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void aSubmittedJobSucceedsWithItsPicturesAndTimings() throws Exception {
        Job submitted = jobs.submit(
                new Submission(Requests.request(7, 10, 2), null, "hash", null, 0, Map.of("album", "smileys")));
        assertThat(submitted.state()).isIn(JobState.QUEUED, JobState.RUNNING);
        Job job = await(submitted.id());
        assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(job.result().images()).extracting(Job.StoredImage::seed).containsExactly(7L, 8L);
        assertThat(job.result().timings().keySet())
                .containsExactly("queue", "text", "denoise", "decode", "encode", "total");
        assertThat(job.progress()).isEqualTo(new Job.Progress(20, 20, null));
        assertThat(job.attempts()).isEqualTo(1);
        assertThat(job.labels()).containsEntry("album", "smileys");
        assertThat(job.request()).isEqualTo(submitted.request());
        String key = job.result().images().get(1).key();
        try (StoredFile file = context.getBean(ImageStore.class).open(key).orElseThrow()) {
            assertThat(file.readAll()).isEqualTo(FakeGenerator.picture(8, 10));
        }
    }

    @Test
    void cancelEndsARunningJobWithinAStep() throws Exception {
        UUID id = running();
        long before = System.nanoTime();
        assertThat(jobs.cancel(id)).isPresent();
        assertThat(await(id).state()).isEqualTo(JobState.CANCELLED);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMillis(500));
        assertThat(jobs.cancel(id).orElseThrow().state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void aWaitingJobIsCancelledAtOnce() throws Exception {
        List<UUID> busy = List.of(running(), running());
        Job waiting = jobs.submit(Requests.submission(1, 10));
        assertThat(waiting.queue()).isNotNull();
        assertThat(waiting.queue().position()).isEqualTo(1);
        assertThat(waiting.queue().eta()).isPositive();
        assertThat(jobs.cancel(waiting.id()).orElseThrow().state()).isEqualTo(JobState.CANCELLED);
        busy.forEach(jobs::delete);
    }

    @Test
    void aRunningJobThatIsDeletedLeavesNothing() throws Exception {
        UUID id = running();
        assertThat(jobs.delete(id)).isTrue();
        assertThat(jobs.delete(id)).isFalse();
        assertThat(jobs.find(id)).isEmpty();
        assertThat(await(jobs.submit(Requests.submission(1, 2)).id()).state()).isEqualTo(JobState.SUCCEEDED);
        try (Stream<ImageStore.Entry> files = context.getBean(ImageStore.class).list("results")) {
            assertThat(files.map(ImageStore.Entry::key)).noneMatch(key -> key.contains(id.toString()));
        }
    }

    @Test
    void aPassingFailureIsTriedAgainAndALastingOneIsNot() throws Exception {
        Job passing = await(
                jobs.submit(Requests.submission(WilfulGenerator.FAILS_TWICE, 5)).id());
        assertThat(passing.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(passing.attempts()).isEqualTo(3);
        Job always = await(jobs.submit(Requests.submission(WilfulGenerator.FAILS_ALWAYS, 5))
                .id());
        assertThat(always.state()).isEqualTo(JobState.FAILED);
        assertThat(always.attempts()).isEqualTo(4);
        assertThat(always.error()).isEqualTo(new Job.Failure("device-out-of-memory", "Try a smaller size."));
        Job lasting = await(jobs.submit(Requests.submission(WilfulGenerator.FAILS_FOR_GOOD, 5))
                .id());
        assertThat(lasting.attempts()).isEqualTo(1);
        assertThat(lasting.state()).isEqualTo(JobState.FAILED);
    }

    @Test
    void aBugFailsTheJobWithoutItsStackTrace() throws Exception {
        Job job = await(
                jobs.submit(Requests.submission(WilfulGenerator.HAS_A_BUG, 5)).id());
        assertThat(job.state()).isEqualTo(JobState.FAILED);
        assertThat(job.error()).isNotNull();
        assertThat(job.error().problem()).isEqualTo("internal-error");
        assertThat(job.error().detail()).contains(job.id().toString()).doesNotContain("secret");
    }

    @Test
    void aRunningJobExpiresAtItsDeadline() throws Exception {
        Submission late = new Submission(
                Requests.request(1, ENDLESS, 1), null, "hash", Instant.now().plusMillis(300), 0, Map.of());
        assertThat(await(jobs.submit(late).id()).state()).isEqualTo(JobState.EXPIRED);
    }

    @Test
    void higherPriorityGoesFirst() throws Exception {
        List<UUID> busy = List.of(running(), running());
        UUID usual = jobs.submit(Requests.submission(1, 2)).id();
        UUID urgent = jobs.submit(new Submission(Requests.request(2, 2, 1), null, "hash", null, 9, Map.of()))
                .id();
        jobs.delete(busy.get(0));
        Instant urgentBegan = await(urgent).times().started();
        assertThat(await(usual).times().started()).isAfterOrEqualTo(urgentBegan);
        jobs.delete(busy.get(1));
    }

    @Test
    void pagesGoFromTheNewestToTheOldest() throws Exception {
        List<UUID> ids = IntStream.range(0, 5)
                .mapToObj(seed -> jobs.submit(Requests.submission(seed, 1)).id())
                .toList();
        for (UUID id : ids) {
            await(id);
        }
        Jobs.JobPage first = jobs.list(JobState.SUCCEEDED, 2, null);
        Jobs.JobPage second = jobs.list(JobState.SUCCEEDED, 2, first.nextCursor());
        assertThat(Stream.concat(first.jobs().stream(), second.jobs().stream()).map(Job::id))
                .containsExactly(ids.get(4), ids.get(3), ids.get(2), ids.get(1));
        assertThat(jobs.list(JobState.QUARANTINED, 2, null).nextCursor()).isNull();
    }

    @Test
    void eventsComeInOrderAndEachOnceWithThePreview() throws Exception {
        UUID id = jobs.submit(Requests.submission(1, 100)).id();
        BlockingQueue<JobEvent> events = new LinkedBlockingQueue<>();
        jobs.subscribe(id, 0, events::add);
        List<String> types = new ArrayList<>();
        long lastId = 0;
        for (JobEvent event = next(events); ; event = next(events)) {
            assertThat(event.id()).isGreaterThan(lastId);
            lastId = event.id();
            types.add(event.type());
            if (event.last()) {
                break;
            }
        }
        assertThat(types)
                .startsWith("queued", "started")
                .contains("progress", "preview")
                .endsWith("succeeded");
    }

    private static JobEvent next(BlockingQueue<JobEvent> events) throws InterruptedException {
        JobEvent event = events.poll(10, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        return event;
    }

    private static UUID running() throws InterruptedException {
        UUID id = jobs.submit(Requests.submission(1, ENDLESS)).id();
        for (int wait = 0; wait < 1000; wait++) {
            Job job = jobs.find(id).orElseThrow();
            if (job.progress().step() > 0) {
                return id;
            }
            Thread.sleep(10);
        }
        throw new AssertionError("the job does not begin");
    }

    private static Job await(UUID id) throws InterruptedException {
        Job job = jobs.await(id, Duration.ofSeconds(20)).orElseThrow();
        assertThat(job.state().terminal()).as("%s", job.state()).isTrue();
        return job;
    }
}
