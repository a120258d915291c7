package dev.darkroom.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole queue on a real database file, with a generator that only sleeps. */
class QueueIT {

    @TempDir
    Path data;

    private ConfigurableApplicationContext context;
    private Jobs jobs;

    @BeforeEach
    void start() {
        context = QueueApplication.start(data, new FakeGenerator(Duration.ofMillis(5)));
        jobs = context.getBean(Jobs.class);
    }

    @AfterEach
    void stop() {
        context.close();
    }

    @Test
    void aSubmittedJobSucceedsWithItsPictures() throws Exception {
        Job submitted = jobs.submit(Requests.submission(7, 10));
        assertThat(submitted.state()).isIn(JobState.QUEUED, JobState.RUNNING);
        Job job = jobs.await(submitted.id(), Duration.ofSeconds(10)).orElseThrow();
        assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(job.result().images()).hasSize(1);
        assertThat(job.result().timings()).containsKeys("queue", "text", "denoise", "decode", "encode", "total");
        assertThat(job.progress().step()).isEqualTo(10);
        assertThat(job.attempts()).isEqualTo(1);
    }

    @Test
    void cancelEndsARunningJobWithinAStep() throws Exception {
        Job submitted = jobs.submit(Requests.submission(1, 10_000));
        Thread.sleep(300);
        long before = System.nanoTime();
        jobs.cancel(submitted.id());
        Job job = jobs.await(submitted.id(), Duration.ofSeconds(10)).orElseThrow();
        assertThat(job.state()).isEqualTo(JobState.CANCELLED);
        System.out.println("cancel took " + (System.nanoTime() - before) / 1_000_000 + " ms");
    }

    @Test
    void eventsComeInOrderAndEachOnce() throws Exception {
        Job submitted = jobs.submit(Requests.submission(1, 200));
        List<JobEvent> events = new CopyOnWriteArrayList<>();
        AutoCloseable subscription = jobs.subscribe(submitted.id(), 0, events::add);
        jobs.await(submitted.id(), Duration.ofSeconds(10)).orElseThrow();
        Thread.sleep(100);
        System.out.println(events);
        List<Long> ids = new ArrayList<>(events.stream().map(JobEvent::id).toList());
        assertThat(ids).isSorted().doesNotHaveDuplicates();
        assertThat(events)
                .extracting(JobEvent::type)
                .startsWith("queued", "started")
                .endsWith("succeeded");
        subscription.close();
    }
}
