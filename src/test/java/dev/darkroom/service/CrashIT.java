package dev.darkroom.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The power cut and the orderly stop, on the real jar with the embedded model. */
class CrashIT {

    private static final String SLOW = "{\"prompt\":\"a smiley face\",\"seed\":%d,\"steps\":60,\"count\":2}";

    @TempDir
    Path data;

    @Test
    void killedInTheMiddleARunIsFinishedAfterTheRestartWithTheSameBytes() throws Exception {
        String id;
        try (DarkroomProcess first = DarkroomProcess.start(data)) {
            id = submit(first, 42);
            awaitStep(first, id, 5);
            first.kill();
        }
        try (DarkroomProcess second = DarkroomProcess.start(data)) {
            JsonNode finished = awaitEnd(second, id);
            assertThat(finished.path("state").asString()).isEqualTo("succeeded");
            assertThat(finished.path("attempts").asInt()).isEqualTo(2);
            JsonNode undisturbed = awaitEnd(second, submit(second, 42));
            assertThat(hashes(finished)).hasSize(2).isEqualTo(hashes(undisturbed));
        }
    }

    @Test
    void killedAgainAndAgainNoAcceptedJobIsLost() throws Exception {
        Map<Integer, String> ids;
        try (DarkroomProcess first = DarkroomProcess.start(data)) {
            ids = IntStream.range(0, 6).boxed().collect(Collectors.toMap(seed -> seed, seed -> submit(first, seed)));
            awaitStep(first, ids.get(0), 1);
            first.kill();
        }
        try (DarkroomProcess second = DarkroomProcess.start(data)) {
            awaitStep(second, ids.get(0), 2);
            second.kill();
        }
        try (DarkroomProcess third = DarkroomProcess.start(data)) {
            for (String id : ids.values()) {
                assertThat(awaitEnd(third, id).path("state").asString()).isEqualTo("succeeded");
            }
        }
    }

    @Test
    void onSigtermAJobGoesBackToTheQueueAndIsFinishedAfterTheRestart() throws Exception {
        String id;
        Instant stopped;
        try (DarkroomProcess first = DarkroomProcess.start(data, "--darkroom.queue.drain=200ms")) {
            id = submit(first, 7);
            awaitStep(first, id, 3);
            assertThat(first.terminate(Duration.ofSeconds(30))).isIn(0, 143);
            stopped = Instant.now();
        }
        try (DarkroomProcess second = DarkroomProcess.start(data)) {
            JsonNode finished = awaitEnd(second, id);
            assertThat(finished.path("state").asString()).isEqualTo("succeeded");
            assertThat(finished.path("finished_at").asString()).isGreaterThan(stopped.toString());
        }
    }

    private static String submit(DarkroomProcess service, int seed) {
        var accepted = service.post("/api/v1/jobs", SLOW.formatted(seed));
        assertThat(accepted.statusCode()).isEqualTo(202);
        return service.json(accepted).path("id").asString();
    }

    private static void awaitStep(DarkroomProcess service, String id, int step) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (System.nanoTime() < deadline) {
            JsonNode job = job(service, id);
            if (job.path("progress").path("step").asInt() >= step
                    || job.path("state").asString().equals("succeeded")) {
                return;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("job " + id + " did not reach step " + step);
    }

    private static JsonNode awaitEnd(DarkroomProcess service, String id) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (System.nanoTime() < deadline) {
            JsonNode job = job(service, id);
            if (!job.path("state").asString().matches("queued|running")) {
                return job;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("job " + id + " did not end: " + job(service, id));
    }

    private static JsonNode job(DarkroomProcess service, String id) {
        return service.json(service.get("/api/v1/jobs/" + id));
    }

    private static java.util.List<String> hashes(JsonNode job) {
        return StreamSupport.stream(job.path("images").spliterator(), false)
                .map(image -> image.path("sha256").asString())
                .toList();
    }
}
