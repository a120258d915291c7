package dev.darkroom.api.v1;

import static dev.darkroom.api.ApiCalls.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.api.ApiCalls;
import dev.darkroom.api.FakeJobs;
import dev.darkroom.api.OnApiServer;
import dev.darkroom.api.Pause;
import dev.darkroom.api.RawRequest;
import dev.darkroom.job.JobState;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@OnApiServer
class ImagesIT {

    private static final String SMILEY = "{\"prompt\":\"a smiley face\",\"seed\":42,\"steps\":20}";

    private final FakeJobs jobs;
    private final ApiCalls calls;

    @Autowired
    ImagesIT(FakeJobs jobs, @LocalServerPort int port) {
        this.jobs = jobs;
        this.calls = new ApiCalls(port);
    }

    @BeforeEach
    void emptyQueue() {
        jobs.reset();
    }

    @Test
    void answersWithThePicturesInBase64() {
        HttpResponse<String> answer = calls.post("/api/v1/images", SMILEY);
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode body = json(answer);
        assertThat(body.get("id").asString())
                .isEqualTo(answer.headers().firstValue("X-Darkroom-Job").orElseThrow());
        assertThat(Base64.getDecoder().decode(body.at("/images/0/base64").asString()))
                .isNotEmpty();
        assertThat(body.at("/images/0/seed").asLong()).isEqualTo(42);
        assertThat(body.at("/timings/total_ms").asLong()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({
        "image/png,image/png",
        "image/jpeg,image/jpeg",
        "image/webp,image/webp",
        "image/*,image/png",
        "'text/html;q=0.2,image/webp;q=0.9,application/json;q=0.5',image/webp"
    })
    void answersWithThePictureItself(String accept, String type) {
        HttpResponse<String> answer = calls.post("/api/v1/images", SMILEY, "Accept", accept);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(answer.headers().firstValue("X-Darkroom-Seed")).hasValue("42");
        assertThat(answer.headers().firstValue("X-Darkroom-Job")).isPresent();
        assertThat(answer.headers().firstValue("Content-Length")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"*/*", "application/json", "'application/json, image/png'", "'text/html, */*;q=0.8'"})
    void prefersJsonWhereTheClientLeavesItOpen(String accept) {
        HttpResponse<String> answer = calls.post("/api/v1/images", SMILEY, "Accept", accept);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    }

    @Test
    void givesThePictureItselfOnlyAlone() {
        HttpResponse<String> answer =
                calls.post("/api/v1/images", "{\"prompt\":\"x\",\"count\":2}", "Accept", "image/png");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/field").asString()).isEqualTo("count");
        assertThat(jobs.submissions()).isZero();
    }

    @Test
    void theEchoedRequestGivesTheSamePixelsAgain() {
        JsonNode first = json(calls.post("/api/v1/images", "{\"prompt\":\"a cat\",\"count\":2}"));
        JsonNode again = json(calls.post("/api/v1/images", first.get("request").toString()));
        assertThat(again.get("request")).isEqualTo(first.get("request"));
        assertThat(again.get("images")).isEqualTo(first.get("images"));
    }

    @Test
    void drawsASeedOf32Bits() {
        long seed = json(calls.post("/api/v1/images", "{\"prompt\":\"x\"}"))
                .at("/request/seed")
                .asLong();
        assertThat(seed).isBetween(0L, (1L << 32) - 1);
    }

    @Test
    void pastTheWaitTheJobGoesOn() {
        jobs.hold();
        long start = System.nanoTime();
        HttpResponse<String> answer = calls.post("/api/v1/images", SMILEY, "Prefer", "wait=1", "Accept", "image/png");
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(900), Duration.ofMillis(2500));
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Preference-Applied")).hasValue("wait=1");
        String location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location).isEqualTo("/api/v1/jobs/" + json(answer).get("id").asString());
        jobs.finish(UUID.fromString(json(answer).get("id").asString()));
        assertThat(json(calls.get(location)).get("state").asString()).isEqualTo("succeeded");
    }

    @Test
    void aJobThatFailsIsAProblemThatNamesIt() throws Exception {
        jobs.hold();
        CompletableFuture<HttpResponse<String>> answer =
                CompletableFuture.supplyAsync(() -> calls.post("/api/v1/images", SMILEY));
        UUID id = theOnlyJob();
        jobs.fail(id, JobState.FAILED, "device-out-of-memory");
        assertThat(answer.get().statusCode()).isEqualTo(503);
        assertThat(json(answer.get()).get("type").asString()).isEqualTo("/problems/device-out-of-memory");
        assertThat(json(answer.get()).get("job").asString()).isEqualTo(id.toString());
    }

    @Test
    void aJobThatSomebodyCancelsIsAConflict() throws Exception {
        jobs.hold();
        CompletableFuture<HttpResponse<String>> answer =
                CompletableFuture.supplyAsync(() -> calls.post("/api/v1/images", SMILEY));
        calls.post("/api/v1/jobs/" + theOnlyJob() + "/cancel", "");
        assertThat(answer.get().statusCode()).isEqualTo(409);
        assertThat(json(answer.get()).get("type").asString()).isEqualTo("/problems/job-cancelled");
    }

    @Test
    void aJobEndsWithItsClientIfAskedTo() throws Exception {
        jobs.hold();
        for (boolean cancel : new boolean[] {true, false}) {
            String body = "{\"prompt\":\"x\",\"cancel_on_disconnect\":" + cancel + "}";
            try (Socket socket = new Socket("127.0.0.1", calls.port())) {
                socket.getOutputStream().write(RawRequest.post("/api/v1/images", body));
                Pause.until(() -> jobs.submissions() == (cancel ? 1 : 2));
                Pause.millis(600);
                assertThat(newestState()).isEqualTo(JobState.QUEUED);
            }
            Pause.millis(1000);
            assertThat(newestState()).isEqualTo(cancel ? JobState.CANCELLED : JobState.QUEUED);
        }
    }

    @Test
    void aConnectionThatIsWatchedStaysGoodForTheNextRequest() throws Exception {
        jobs.hold();
        try (Socket socket = new Socket("127.0.0.1", calls.port())) {
            socket.getOutputStream()
                    .write(RawRequest.post("/api/v1/images", "{\"prompt\":\"x\",\"cancel_on_disconnect\":true}"));
            socket.getOutputStream().write(RawRequest.get("/api/v1/samplers"));
            UUID id = theOnlyJob();
            Pause.millis(600);
            jobs.finish(id);
            assertThat(RawRequest.readUntil(socket, "\"samplers\"")).contains("X-Darkroom-Job", "\"samplers\"");
        }
    }

    private JobState newestState() {
        return jobs.list(null, 1, null).jobs().get(0).state();
    }

    private UUID theOnlyJob() {
        Pause.until(() -> jobs.submissions() == 1);
        return jobs.list(null, 1, null).jobs().get(0).id();
    }
}
