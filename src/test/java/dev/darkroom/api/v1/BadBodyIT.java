package dev.darkroom.api.v1;

import static dev.darkroom.api.ProblemAnswer.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.api.ApiCalls;
import dev.darkroom.api.FakeJobs;
import dev.darkroom.api.OnApiServer;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@OnApiServer
class BadBodyIT {

    private final FakeJobs jobs;
    private final ApiCalls calls;

    @Autowired
    BadBodyIT(FakeJobs jobs, @LocalServerPort int port) {
        this.jobs = jobs;
        this.calls = new ApiCalls(port);
    }

    @BeforeEach
    void emptyQueue() {
        jobs.reset();
    }

    @AfterEach
    void theServiceGoesOn() {
        assertThat(calls.post("/api/v1/images", "{\"prompt\":\"a smiley face\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    static Stream<Arguments> malformedBodies() {
        return Stream.of(
                Arguments.of("nothing", ""),
                Arguments.of("blank", "   "),
                Arguments.of("cut off", "{\"prompt\":\"x\""),
                Arguments.of("no JSON", "prompt=x"),
                Arguments.of("single quotes", "{'prompt':'x'}"),
                Arguments.of("trailing comma", "{\"prompt\":\"x\",}"),
                Arguments.of("comment", "{\"prompt\":\"x\"/*c*/}"),
                Arguments.of("trailing garbage", "{\"prompt\":\"x\"} {}"),
                Arguments.of("trailing word", "{\"prompt\":\"x\"} x"),
                Arguments.of("array", "[{\"prompt\":\"x\"}]"),
                Arguments.of("string", "\"x\""),
                Arguments.of("null", "null"),
                Arguments.of("NaN", "{\"prompt\":\"x\",\"eta\":NaN}"),
                Arguments.of("Infinity", "{\"prompt\":\"x\",\"eta\":Infinity}"),
                Arguments.of("minus infinity", "{\"prompt\":\"x\",\"eta\":-Infinity}"),
                Arguments.of("leading zero", "{\"prompt\":\"x\",\"steps\":020}"),
                Arguments.of("plus", "{\"prompt\":\"x\",\"steps\":+20}"),
                Arguments.of("hex", "{\"prompt\":\"x\",\"steps\":0x14}"),
                Arguments.of("twice", "{\"prompt\":\"x\",\"prompt\":\"y\"}"),
                Arguments.of("twice, escaped", "{\"prompt\":\"x\",\"pr\\u006fmpt\":\"y\"}"),
                Arguments.of("raw control character", "{\"prompt\":\"a\u0001b\"}"),
                Arguments.of("raw line end", "{\"prompt\":\"a\nb\"}"),
                Arguments.of("byte order mark", "\ufeff{\"prompt\":\"x\"}"),
                Arguments.of("deep arrays", "{\"prompt\":" + "[".repeat(5000) + "]".repeat(5000) + "}"),
                Arguments.of("deep objects", "{\"a\":".repeat(5000) + "1" + "}".repeat(5000)),
                Arguments.of("long number", "{\"prompt\":\"x\",\"steps\":" + "1".repeat(5000) + "}"),
                Arguments.of("long name", "{\"" + "n".repeat(5000) + "\":1}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformedBodies")
    void aBodyThatIsNoJsonObjectIsMalformed(String name, String body) {
        JsonNode problem = problem(calls.post("/api/v1/images", body), 400, "/problems/malformed-request");
        assertThat(problem.get("detail").asString()).doesNotContain("Jackson", "java", "Exception", "Source");
        assertThat(jobs.submissions()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00ff\u00fe", "{\"prompt\":\"\u00c3\u0028\"}", "{\"prompt\":\"\u00ed\u00a0\u0080\"}"})
    void aBodyHasToBeUtf8(String latin1) {
        HttpResponse<String> answer =
                calls.post("/api/v1/images", "application/json", latin1.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(ints = {300_000, 1_000_000, 50_000_000})
    void aBodyPastTheLimitIsTooLarge(int length) {
        String body = "{\"prompt\":\"" + "x".repeat(length) + "\"}";
        problem(calls.post("/api/v1/images", body), 413, "/problems/body-too-large");
    }

    @Test
    void aLongBodyWithoutAnAnnouncedLengthIsTooLargeToo() {
        byte[] body = ("{\"prompt\":\"" + "x".repeat(1_000_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer = calls.send(calls.request("/api/v1/images")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void answersOnlyInTypesItHas() {
        problem(
                calls.post("/api/v1/images", "{\"prompt\":\"x\"}", "Accept", "image/gif"),
                406,
                "/problems/not-acceptable");
        problem(calls.post("/api/v1/images", "{\"prompt\":\"x\"}", "Accept", "image"), 406, "/problems/not-acceptable");
        problem(
                calls.post("/api/v1/jobs", "{\"prompt\":\"x\"}", "Accept", "text/html"),
                406,
                "/problems/not-acceptable");
        problem(calls.get("/api/v1/models", "Accept", "application/xml"), 406, "/problems/not-acceptable");
        assertThat(jobs.submissions()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml", "nonsense", "image/png"})
    void takesOnlyTypesItUnderstands(String type) {
        for (String path : List.of("/api/v1/images", "/api/v1/jobs")) {
            problem(
                    calls.call("POST", path, "{\"prompt\":\"x\"}", "Content-Type", type),
                    415,
                    "/problems/unsupported-media-type");
        }
    }

    @Test
    void aBodyWithoutATypeOrCompressedIsNotUnderstood() {
        problem(calls.call("POST", "/api/v1/images", "{\"prompt\":\"x\"}"), 415, "/problems/unsupported-media-type");
        problem(
                calls.post("/api/v1/images", "{\"prompt\":\"x\"}", "Content-Encoding", "gzip"),
                415,
                "/problems/unsupported-media-type");
    }
}
