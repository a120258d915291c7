package dev.darkroom.api.v1;

import static dev.darkroom.api.ApiCalls.json;
import static dev.darkroom.api.ProblemAnswer.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.api.ApiCalls;
import dev.darkroom.api.FakeJobs;
import dev.darkroom.api.OnApiServer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@OnApiServer
class TrajectoriesIT {

    private final FakeJobs jobs;
    private final ApiCalls calls;

    @Autowired
    TrajectoriesIT(FakeJobs jobs, @LocalServerPort int port) {
        this.jobs = jobs;
        this.calls = new ApiCalls(port);
    }

    @BeforeEach
    void emptyQueue() {
        jobs.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "'', */*, image/png, PNG",
        "'', image/gif, image/gif, GIF89a",
        "'', 'image/webp, image/gif;q=0.5', image/webp, WEBP",
        "?format=gif, image/png, image/gif, GIF89a",
        "?format=png&of=guess&frame_ms=50, */*, image/png, PNG",
    })
    void areFilmsInTheFormThatIsAskedFor(String query, String accept, String type, String mark) {
        HttpResponse<String> answer = calls.get(path(job()) + "/trajectory" + query, "Accept", accept);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
        assertThat(answer.body()).contains(mark);
    }

    @Test
    void areNamedByTheJobAndHaveATag() {
        JsonNode job = job();
        String address = job.get("trajectory").asString();
        assertThat(address).endsWith(path(job) + "/trajectory");
        HttpResponse<String> answer = calls.get(address);
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(calls.get(address, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(calls.get(address + "?of=guess", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
        assertThat(job.at("/request/trajectory").asBoolean()).isTrue();
    }

    @Test
    void areContactSheets() {
        HttpResponse<String> answer = calls.get(path(job()) + "/trajectory.png?columns=2");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/png");
    }

    @Test
    void thatWereNotAskedForAreNotThere() {
        JsonNode plain = json(calls.post("/api/v1/jobs", "{\"prompt\":\"x\"}", "Prefer", "wait=5"));
        assertThat(plain.has("trajectory")).isFalse();
        assertThat(plain.get("request").has("trajectory")).isFalse();
        assertNone(plain, "set \"trajectory\": true");
        jobs.hold();
        assertNone(json(calls.post("/api/v1/jobs", "{\"prompt\":\"x\",\"trajectory\":true}")), "not finished yet");
        problem(calls.get(path(job()) + "/trajectory?index=7"), 404, "/problems/trajectory-not-found");
        problem(
                calls.get("/api/v1/jobs/00000000-0000-7000-8000-000000000000/trajectory"),
                404,
                "/problems/job-not-found");
    }

    @Test
    void misfitsAreNamed() {
        String job = path(job());
        assertField(job + "/trajectory?format=mp4", "format");
        assertField(job + "/trajectory?of=noise", "of");
        assertField(job + "/trajectory?frame_ms=1", "frame_ms");
        assertField(job + "/trajectory.png?columns=0", "columns");
        problem(calls.get(job + "/trajectory", "Accept", "video/mp4"), 406, "/problems/not-acceptable");
        JsonNode problem = problem(
                calls.post("/api/v1/jobs", "{\"prompt\":\"x\",\"trajectory\":true,\"count\":5}"),
                400,
                "/problems/invalid-request");
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo("trajectory");
    }

    private void assertField(String path, String field) {
        assertThat(problem(calls.get(path), 400, "/problems/invalid-request")
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo(field);
    }

    private void assertNone(JsonNode job, String why) {
        JsonNode problem = problem(calls.get(path(job) + "/trajectory"), 404, "/problems/trajectory-not-found");
        assertThat(problem.get("detail").asString()).contains(why);
    }

    private JsonNode job() {
        return json(
                calls.post("/api/v1/jobs", "{\"prompt\":\"x\",\"count\":2,\"trajectory\":true}", "Prefer", "wait=5"));
    }

    private static String path(JsonNode job) {
        return "/api/v1/jobs/" + job.get("id").asString();
    }
}
