package dev.darkroom.api.v1;

import static dev.darkroom.api.ApiCalls.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.api.ApiCalls;
import dev.darkroom.api.FakeJobs;
import dev.darkroom.api.OnApiServer;
import dev.darkroom.api.Pause;
import dev.darkroom.job.JobState;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@OnApiServer
class JobsIT {

    private static final String SMILEY = "{\"prompt\":\"a smiley face\",\"seed\":42,\"labels\":{\"a\":\"b\"}}";

    private final FakeJobs jobs;
    private final ApiCalls calls;

    @Autowired
    JobsIT(FakeJobs jobs, @LocalServerPort int port) {
        this.jobs = jobs;
        this.calls = new ApiCalls(port);
    }

    @BeforeEach
    void emptyQueue() {
        jobs.reset();
    }

    @Test
    void isAcceptedWithItsAddress() {
        jobs.hold();
        HttpResponse<String> answer = calls.post("/api/v1/jobs", SMILEY);
        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode job = json(answer);
        assertThat(answer.headers().firstValue("Location"))
                .hasValue("/api/v1/jobs/" + job.get("id").asString());
        assertThat(job.get("state").asString()).isEqualTo("queued");
        assertThat(job.at("/queue/position").asInt()).isEqualTo(1);
        assertThat(job.at("/request/sampler").asString()).isEqualTo("dpmpp_2m");
        assertThat(job.at("/request/output/as").asString()).isEqualTo("url");
        assertThat(job.at("/request/labels/a").asString()).isEqualTo("b");
        assertThat(job.get("created_at").asString()).endsWith("Z");
    }

    @Test
    void isAnsweredFinishedWhenItEndsWithinTheWait() {
        jobs.hold();
        CompletableFuture<HttpResponse<String>> answer =
                CompletableFuture.supplyAsync(() -> calls.post("/api/v1/jobs", SMILEY, "Prefer", "wait=20"));
        jobs.finish(onlyJob());
        assertThat(answer.join().statusCode()).isEqualTo(200);
        assertThat(json(answer.join()).get("state").asString()).isEqualTo("succeeded");
        assertThat(answer.join().headers().firstValue("Preference-Applied")).hasValue("wait=20");
    }

    @Test
    void thatFailsWithinTheWaitIsAnsweredAsAJobWithItsProblem() {
        jobs.hold();
        CompletableFuture<HttpResponse<String>> answer =
                CompletableFuture.supplyAsync(() -> calls.post("/api/v1/jobs", SMILEY, "Prefer", "wait=20"));
        jobs.fail(onlyJob(), JobState.QUARANTINED, "something-nobody-knows");
        assertThat(answer.join().statusCode()).isEqualTo(200);
        assertThat(json(answer.join()).at("/error/type").asString()).isEqualTo("/problems/job-quarantined");
        assertThat(json(answer.join()).at("/error/detail").asString()).isEqualTo("the test wanted it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wait=x",
                "wait=-1",
                "wait",
                "return=minimal",
                "wait=99999999999999999999",
                ";;;",
                "respond-async"
            })
    void ignoresPreferencesItDoesNotUnderstand(String prefer) {
        jobs.hold();
        assertThat(calls.post("/api/v1/jobs", SMILEY, "Prefer", prefer).statusCode())
                .isEqualTo(202);
    }

    @Test
    void theSameKeyAndBodyIsTheSameJob() {
        JsonNode first = json(calls.post("/api/v1/jobs", SMILEY, "Idempotency-Key", "k-1"));
        JsonNode again = json(calls.post("/api/v1/jobs", SMILEY, "Idempotency-Key", "k-1"));
        assertThat(again.get("id")).isEqualTo(first.get("id"));
        assertThat(jobs.submissions()).isEqualTo(1);
        HttpResponse<String> other = calls.post("/api/v1/jobs", "{\"prompt\":\"y\"}", "Idempotency-Key", "k-1");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(json(other).get("type").asString()).isEqualTo("/problems/idempotency-conflict");
    }

    @Test
    void aKeyThatIsNoneIsRefused() {
        HttpResponse<String> answer = calls.post("/api/v1/jobs", SMILEY, "Idempotency-Key", "k".repeat(256));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/field").asString()).isEqualTo("Idempotency-Key");
    }

    @Test
    void aFullQueueSaysWhenToComeBack() {
        jobs.fill(Duration.ofMillis(4200));
        HttpResponse<String> answer = calls.post("/api/v1/jobs", SMILEY);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(json(answer).get("type").asString()).isEqualTo("/problems/queue-full");
    }

    @Test
    void isCancelledOnceAndThenUnchanged() {
        jobs.hold();
        String path = "/api/v1/jobs/"
                + json(calls.post("/api/v1/jobs", SMILEY)).get("id").asString();
        HttpResponse<String> answer = calls.post(path + "/cancel", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).get("state").asString()).isEqualTo("cancelled");
        assertThat(json(calls.post(path + "/cancel", ""))).isEqualTo(json(answer));
    }

    @Test
    void isGoneAfterDelete() {
        String path = "/api/v1/jobs/"
                + json(calls.post("/api/v1/jobs", SMILEY)).get("id").asString();
        HttpResponse<String> answer = calls.call("DELETE", path, "");
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(calls.call("DELETE", path, "").statusCode()).isEqualTo(404);
        assertThat(calls.get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0000-7000-8000-000000000000", "nonsense", "1", "%00", "..", "0-0-0-0-0"})
    void thatIsNotThereIsNotFound(String id) {
        for (String rest : List.of("", "/events", "/images/0")) {
            assertThat(calls.get("/api/v1/jobs/" + id + rest).statusCode()).isIn(404, 400);
        }
        assertThat(calls.post("/api/v1/jobs/" + id + "/cancel", "").statusCode())
                .isIn(404, 400, 405);
    }

    @Test
    void areListedPageByPageNewestFirst() {
        List<String> made = new ArrayList<>();
        IntStream.range(0, 5)
                .forEach(i -> made.add(
                        0, json(calls.post("/api/v1/jobs", SMILEY)).get("id").asString()));
        List<String> listed = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = json(calls.get("/api/v1/jobs?limit=2&cursor=" + cursor));
            page.get("jobs").forEach(job -> listed.add(job.get("id").asString()));
            cursor = page.has("next_cursor") ? page.get("next_cursor").asString() : null;
        } while (cursor != null);
        assertThat(listed).isEqualTo(made);
        assertThat(json(calls.get("/api/v1/jobs?state=failed")).get("jobs")).isEmpty();
        assertThat(json(calls.get("/api/v1/jobs?state=succeeded")).get("jobs")).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limit=0", "limit=-1", "limit=101", "limit=x", "limit=99999999999", "state=done", "state=QUEUED"
            })
    void aBadQueryIsNamed(String query) {
        HttpResponse<String> answer = calls.get("/api/v1/jobs?" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("type").asString()).isEqualTo("/problems/invalid-request");
        assertThat(json(answer).get("detail").asString()).contains(query.substring(0, query.indexOf('=')));
    }

    @Test
    void aListNeverCarriesPicturesInline() {
        calls.post("/api/v1/images", SMILEY);
        JsonNode image = json(calls.get("/api/v1/jobs")).at("/jobs/0/images/0");
        assertThat(image.has("base64")).isFalse();
        assertThat(image.has("url")).isTrue();
    }

    private UUID onlyJob() {
        Pause.until(() -> jobs.submissions() == 1);
        UUID id = jobs.list(null, 1, null).jobs().get(0).id();
        Pause.until(() -> jobs.subscribers(id) == 1);
        return id;
    }
}
