package dev.darkroom.api.v1;

import static dev.darkroom.api.ApiCalls.json;
import static dev.darkroom.api.FakeJobs.noted;
import static dev.darkroom.api.ProblemAnswer.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.api.ApiCalls;
import dev.darkroom.api.FakeJobs;
import dev.darkroom.api.OnApiServer;
import dev.darkroom.generation.Size;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@OnApiServer
class ReproduceIT {

    private static final Size SIZE = new Size(64, 64);

    private final FakeJobs jobs;
    private final ApiCalls calls;

    @Autowired
    ReproduceIT(FakeJobs jobs, @LocalServerPort int port) {
        this.jobs = jobs;
        this.calls = new ApiCalls(port);
    }

    @BeforeEach
    void emptyQueue() {
        jobs.reset();
    }

    @Test
    void thatGivesTheSamePixelsIsIdentical() {
        JsonNode answer = json(reproduce(noted(SIZE, 7, notes("old", "1", request("")))));
        assertThat(answer.get("identical").asBoolean()).as(answer.toString()).isTrue();
        assertThat(answer.get("same_file").asBoolean()).as("the notes differ").isFalse();
        assertThat(answer.at("/difference/max").asInt()).isZero();
        assertThat(answer.at("/difference/of").asInt()).isEqualTo(64 * 64);
        assertThat(answer.get("reasons")).isEmpty();
        assertThat(answer.at("/original/model_hash").asString()).isEqualTo("old");
        assertThat(answer.at("/again/model_hash").asString()).isEqualTo("new");
        assertThat(answer.at("/image/url").asString()).contains("/images/0?");
    }

    @Test
    void thatGivesOthersSaysHowTheyDifferAndWhy() {
        JsonNode answer = json(reproduce(noted(SIZE, 17, notes("old", "1", request("")))));
        assertThat(answer.get("identical").asBoolean()).isFalse();
        assertThat(answer.at("/difference/max").asInt()).isEqualTo(10);
        assertThat(answer.at("/difference/mean").asDouble()).isCloseTo(10, within(1e-9));
        assertThat(answer.at("/difference/pixels").asInt()).isEqualTo(64 * 64);
        assertThat(answer.get("reasons").toString())
                .contains("their hash was old, it is new", "another Darkroom: it was 1, it is 2", "fp32 on fake");
    }

    @Test
    void ofAFileThatWasChangedSaysSo() {
        JsonNode resized = json(reproduce(noted(new Size(32, 64), 7, notes("new", "2", request("")))));
        assertThat(resized.get("identical").asBoolean()).isFalse();
        assertThat(resized.has("difference")).isFalse();
        assertThat(resized.at("/reasons/0").asString()).contains("not the size");
        String same = notes("new", "2", request("")).replace("bf16 on cpu", "fp32 on fake");
        JsonNode painted = json(reproduce(noted(SIZE, 9, same)));
        assertThat(painted.at("/reasons/0").asString()).contains("changed after it was made");
    }

    @Test
    void takesJsonAndFormsToo() {
        byte[] file = noted(SIZE, 7, notes("new", "2", request("")));
        String base64 = Base64.getEncoder().encodeToString(file);
        JsonNode answer = json(calls.post("/api/v1/reproduce", "{\"image\":\"" + base64 + "\"}"));
        assertThat(answer.get("identical").asBoolean()).isTrue();
        String part = "--x\r\nContent-Disposition: form-data; name=\"image\"\r\n\r\n" + base64 + "\r\n--x--\r\n";
        HttpResponse<String> form = calls.post(
                "/api/v1/reproduce", "multipart/form-data; boundary=x", part.getBytes(StandardCharsets.UTF_8));
        assertThat(json(form).get("identical").asBoolean()).isTrue();
    }

    @Test
    void isAJobThatCanBeComparedLater() {
        jobs.hold();
        HttpResponse<String> accepted = calls.send(calls.request("/api/v1/reproduce", "Prefer", "wait=0")
                .header("Content-Type", "image/png")
                .POST(BodyPublishers.ofByteArray(noted(SIZE, 7, notes("new", "2", request(""))))));
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String address = accepted.headers().firstValue("Location").orElseThrow();
        problem(calls.get(address + "/reproduction"), 404, "/problems/reproduction-not-found");
        jobs.finish(UUID.fromString(json(accepted).get("id").asString()));
        assertThat(json(calls.get(address + "/reproduction")).get("identical").asBoolean())
                .isTrue();
    }

    @Test
    void needsAPictureThatDarkroomMade() {
        problem(calls.post("/api/v1/reproduce", "{}"), 400, "/problems/invalid-request");
        problem(reproduce("no picture".getBytes(StandardCharsets.UTF_8)), 400, "/problems/invalid-request");
        problem(reproduce(noted(SIZE, 7, "{}")), 422, "/problems/not-reproducible");
        problem(reproduce(noted(SIZE, 7, "no JSON")), 422, "/problems/not-reproducible");
        JsonNode later = problem(
                reproduce(noted(SIZE, 7, notes("new", "2", request(",\"dream\":true")))),
                422,
                "/problems/not-reproducible");
        assertThat(later.at("/errors/0/field").asString()).isEqualTo("dream");
        JsonNode gone = problem(
                reproduce(noted(SIZE, 7, notes("new", "2", request(",\"model\":\"darkroom-max\"")))),
                422,
                "/problems/not-reproducible");
        assertThat(gone.get("detail").asString()).contains("darkroom-max");
    }

    @Test
    void ofAJobThatMakesNoneAgainIsNotThere() {
        JsonNode job = json(calls.post("/api/v1/jobs", "{\"prompt\":\"x\"}", "Prefer", "wait=5"));
        problem(
                calls.get("/api/v1/jobs/" + job.get("id").asString() + "/reproduction"),
                404,
                "/problems/reproduction-not-found");
    }

    @Test
    void modelsSayWhichWeightsTheyAre() {
        JsonNode models = json(calls.get("/api/v1/models")).get("models");
        assertThat(models.get(0).get("model_hash").asString()).hasSize(64);
        assertThat(models.get(1).has("model_hash")).as("still being computed").isFalse();
    }

    private HttpResponse<String> reproduce(byte[] file) {
        return calls.post("/api/v1/reproduce", "image/png", file);
    }

    private static String request(String more) {
        return "{\"prompt\":\"x\",\"seed\":7,\"width\":64,\"height\":64" + more + "}";
    }

    private static String notes(String hash, String version, String request) {
        return "{\"version\":\"" + version + "\",\"placement\":\"bf16 on cpu\",\"model_hash\":\"" + hash
                + "\",\"request\":" + request + "}";
    }
}
