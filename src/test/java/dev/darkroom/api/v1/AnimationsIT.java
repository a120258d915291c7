package dev.darkroom.api.v1;

import static dev.darkroom.api.ApiCalls.json;
import static dev.darkroom.api.ProblemAnswer.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.api.ApiCalls;
import dev.darkroom.api.FakeJobs;
import dev.darkroom.api.OnApiServer;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@OnApiServer
class AnimationsIT {

    private static final String THREE = "{\"prompt\":\"x\",\"interpolation\":{\"to_seed\":5,\"frames\":3}}";

    private final FakeJobs jobs;
    private final ApiCalls calls;

    @Autowired
    AnimationsIT(FakeJobs jobs, @LocalServerPort int port) {
        this.jobs = jobs;
        this.calls = new ApiCalls(port);
    }

    @BeforeEach
    void emptyQueue() {
        jobs.reset();
    }

    /** There and back again over three frames is four of them: the ends are shown once. */
    @ParameterizedTest
    @CsvSource({
        "'', */*, image/png, fcTL, 4",
        "?back=false, */*, image/png, fcTL, 3",
        "?format=webp&frame_ms=50, image/png, image/webp, ANMF, 4",
        "?back=false, image/webp, image/webp, ANMF, 3",
        "'', image/gif, image/gif, GIF89a, 1"
    })
    void showTheFramesOneAfterTheOther(String query, String accept, String type, String mark, int times) {
        HttpResponse<String> answer = calls.get(path(job(THREE)) + query, "Accept", accept);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
        assertThat(Pattern.compile(mark).matcher(answer.body()).results()).hasSize(times);
    }

    @Test
    void areNamedByTheJobAndHaveATag() {
        JsonNode job = job(THREE);
        assertThat(job.get("images")).hasSize(3);
        String address = job.get("animation").asString();
        assertThat(address).endsWith(path(job));
        String tag = calls.get(address).headers().firstValue("ETag").orElseThrow();
        assertThat(calls.get(address, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(calls.get(address + "?back=false", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
    }

    @Test
    void areThereOnlyWhereThereAreFrames() {
        assertNone("{\"prompt\":\"x\",\"count\":3}", "no interpolation of two or more frames");
        assertNone("{\"prompt\":\"x\",\"interpolation\":{\"to_seed\":5,\"at\":0.5}}", "no interpolation of two");
        assertNone(
                "{\"prompt\":\"x\",\"width\":1024,\"height\":1024,\"interpolation\":{\"to_seed\":5,\"frames\":64}}",
                "fetch the pictures one by one");
        jobs.hold();
        assertNone(THREE, "not succeeded yet");
        problem(
                calls.get("/api/v1/jobs/00000000-0000-7000-8000-000000000000/animation"),
                404,
                "/problems/job-not-found");
    }

    @Test
    void misfitsAreNamed() {
        String animation = path(job(THREE));
        for (String query : new String[] {"format=mp4", "frame_ms=1", "back=perhaps"}) {
            problem(calls.get(animation + "?" + query), 400, "/problems/invalid-request");
        }
        problem(calls.get(animation, "Accept", "video/mp4"), 406, "/problems/not-acceptable");
    }

    /** A picture is one frame, so there has to be one. */
    @Test
    void areNoPicture() {
        JsonNode problem =
                problem(calls.post("/api/v1/images", THREE, "Accept", "image/png"), 400, "/problems/invalid-request");
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo("interpolation.frames");
        String middle = "{\"prompt\":\"x\",\"interpolation\":{\"to_seed\":5,\"at\":0.5}}";
        assertThat(calls.post("/api/v1/images", middle, "Accept", "image/png").statusCode())
                .isEqualTo(200);
    }

    private void assertNone(String request, String why) {
        JsonNode job = job(request);
        assertThat(job.has("animation")).isFalse();
        JsonNode problem = problem(calls.get(path(job)), 404, "/problems/animation-not-found");
        assertThat(problem.get("detail").asString()).contains(why);
    }

    private JsonNode job(String request) {
        return json(calls.post("/api/v1/jobs", request, "Prefer", "wait=5"));
    }

    private static String path(JsonNode job) {
        return "/api/v1/jobs/" + job.get("id").asString() + "/animation";
    }
}
