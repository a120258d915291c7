package dev.darkroom.api.v1;

import static dev.darkroom.api.ApiCalls.json;
import static dev.darkroom.api.ProblemAnswer.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.api.ApiCalls;
import dev.darkroom.api.FakeJobs;
import dev.darkroom.api.OnApiServer;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@OnApiServer
class BadInputIT {

    private final FakeJobs jobs;
    private final ApiCalls calls;

    @Autowired
    BadInputIT(FakeJobs jobs, @LocalServerPort int port) {
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

    static Stream<Arguments> badFields() {
        return Stream.of(
                bad("{}", "prompt", "missing"),
                bad("{\"prompt\":\"\"}", "prompt", "missing"),
                bad("{\"prompt\":\"  \"}", "prompt", "missing"),
                bad("{\"prompt\":null}", "prompt", "missing"),
                bad("{\"prompt\":7}", "prompt", "a string"),
                bad("{\"prompt\":[\"x\"]}", "prompt", "an array"),
                bad("{\"prompt\":{\"a\":1}}", "prompt", "an object"),
                bad("{\"prompt\":\"" + "x".repeat(10_001) + "\"}", "prompt", "10000"),
                bad("{\"prompt\":\"a\\u0000b\"}", "prompt", "U+0000"),
                bad("{\"prompt\":\"a\\u001bb\"}", "prompt", "U+001B"),
                bad("{\"prompt\":\"a\\u007fb\"}", "prompt", "U+007F"),
                bad("{\"prompt\":\"a\\ud800b\"}", "prompt", "U+D800"),
                bad("{\"prompt\":\"a\\udc00\\ud800b\"}", "prompt", "U+DC00"),
                bad(with("negative_prompt", "\"a\\ud83d\""), "negative_prompt", "U+D83D"),
                bad(with("steps", "0"), "steps", "1 to 150"),
                bad(with("steps", "-1"), "steps", "1 to 150"),
                bad(with("steps", "151"), "steps", "1 to 150"),
                bad(with("steps", "2.5"), "steps", "whole number"),
                bad(with("steps", "\"20\""), "steps", "whole number"),
                bad(with("steps", "true"), "steps", "whole number"),
                bad(with("steps", "99999999999999999999"), "steps", "whole number"),
                bad(with("steps", "1e400"), "steps", "whole number"),
                bad(with("steps", "1e999999999"), "steps", "whole number"),
                bad(with("seed", "-1"), "seed", "0 to 9223372036854775807"),
                bad(with("seed", "9223372036854775808"), "seed", "whole number"),
                bad(with("seed", "9223372036854775807,\"count\":2"), "seed", "9223372036854775806"),
                bad(with("seed", "\"42\""), "seed", "a string"),
                bad(with("guidance_scale", "-0.1"), "guidance_scale", "0 to 50"),
                bad(with("guidance_scale", "50.1"), "guidance_scale", "0 to 50"),
                bad(with("guidance_scale", "1e400"), "guidance_scale", "finite"),
                bad(with("guidance_rescale", "1.5"), "guidance_rescale", "0 to 1"),
                bad(with("eta", "2"), "eta", "0 to 1"),
                bad(with("sigma_min", "0"), "sigma_min", "give a number"),
                bad(with("sigma_min", "5,\"sigma_max\":2"), "sigma_min", "smaller than sigma_max"),
                bad(with("clip_skip", "65"), "clip_skip", "0 to 64"),
                bad(with("noise", "\"gpu\""), "noise", "cpu, cuda"),
                bad(with("width", "513"), "width", "512 and 520"),
                bad(with("width", "0"), "width", "nearest is 64"),
                bad(with("width", "-8"), "width", "nearest is 64"),
                bad(with("height", "1000000"), "height", "nearest is 2048"),
                bad(with("height", "2147483647"), "height", "nearest is 2048"),
                bad(with("height", "2147483648"), "height", "whole number"),
                bad(with("count", "0"), "count", "1 to 16"),
                bad(with("count", "17"), "count", "1 to 16"),
                bad(with("sampler", "\"eulr\""), "sampler", "euler"),
                bad(with("sampler", "\"" + "x".repeat(5000) + "\""), "sampler", "not a known sampler"),
                bad(with("sampler", "7"), "sampler", "a string"),
                bad(with("sigmas", "7"), "sigmas", "a list"),
                bad(with("sigmas", "[]"), "sigmas", "2 to 151"),
                bad(with("sigmas", "[3]"), "sigmas", "2 to 151"),
                bad(with("sigmas", "[3,\"x\",0]"), "sigmas[1]", "a string"),
                bad(with("sigmas", "[3,null,0]"), "sigmas[1]", ""),
                bad(with("sigmas", "[3,1,0],\"steps\":5"), "steps", "make 2 steps"),
                bad(with("timesteps", "[]"), "timesteps", "1 to 150"),
                bad(with("schedule", "\"caras\""), "schedule", "karras"),
                bad(with("strength", "0.5"), "strength", "no"),
                bad(with("image", "\"not base64!\""), "image", "base64"),
                bad(with("image", "\"\""), "image", ""),
                bad(with("image", "\"AAAA\""), "image", ""),
                bad(with("image", "\"data:image/png,abc\""), "image", ""),
                bad(with("image", "\"https://example.org/x.png\""), "image", "fetches none"),
                bad(with("image", "\"HTTP://169.254.169.254/latest\""), "image", "fetches none"),
                bad(with("image", "\"file:///etc/passwd\""), "image", ""),
                bad(with("image", "\"sha256:00\""), "image", "not here"),
                bad(with("image", "\"sha256:" + "0".repeat(64) + "\""), "image", "not here"),
                bad(with("image", "7"), "image", "a string"),
                bad(with("image", "\"" + bomb(1 << 30) + "\""), "image", "pixels"),
                bad(with("output", "\"png\""), "output", "an object"),
                bad(with("output", "{\"format\":\"gif\"}"), "output.format", "png, jpeg, webp"),
                bad(with("output", "{\"quality\":0}"), "output.quality", "1 to 100"),
                bad(with("output", "{\"as\":\"file\"}"), "output.as", "base64, url"),
                bad(with("output", "{\"formt\":\"png\"}"), "output.formt", "format"),
                bad(with("priority", "101"), "priority", "-100 to 100"),
                bad(with("priority", "-2147483648"), "priority", "-100 to 100"),
                bad(with("deadline", "\"tomorrow\""), "deadline", "RFC 3339"),
                bad(with("deadline", "\"2001-01-01T00:00:00Z\""), "deadline", "passed"),
                bad(with("labels", "[]"), "labels", "an object"),
                bad(with("labels", "{\"a\":1}"), "labels.a", "a string"),
                bad(with("labels", "{\"a\":\"\\u0007\"}"), "labels", "control"),
                bad(with("cancel_on_disconnect", "\"yes\""), "cancel_on_disconnect", "true or false"),
                bad(with("stps", "20"), "stps", "did you mean steps"),
                bad(with("negativeprompt", "\"x\""), "negativeprompt", "did you mean negative_prompt"),
                bad(with("cfg", "7"), "cfg", "not a field"),
                bad(with("__proto__", "{}"), "__proto__", "not a field"),
                bad(with("\\u0000", "1"), "\u0000", "not a field"));
    }

    /** A PNG file, base64, whose few bytes claim to be a square of this side. */
    private static String bomb(int side) {
        ByteBuffer header = ByteBuffer.allocate(13).putInt(side).putInt(side).put(new byte[] {8, 2, 0, 0, 0});
        ByteBuffer file = ByteBuffer.allocate(100).putLong(0x89504E470D0A1A0AL);
        chunk(file, "IHDR", header.array());
        chunk(file, "IDAT", new byte[] {0x78, (byte) 0x9C, 3, 0, 0, 0, 0, 1});
        chunk(file, "IEND", new byte[0]);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(file.array(), file.position()));
    }

    private static void chunk(ByteBuffer file, String type, byte[] data) {
        CRC32 checksum = new CRC32();
        checksum.update(type.getBytes(StandardCharsets.US_ASCII));
        checksum.update(data);
        file.putInt(data.length).put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
        file.putInt((int) checksum.getValue());
    }

    private static Arguments bad(String body, String field, String message) {
        return Arguments.of(body.length() > 200 ? body.substring(0, 60) : body, body, field, message);
    }

    private static String with(String field, String value) {
        return "{\"prompt\":\"a smiley face\",\"" + field + "\":" + value + "}";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badFields")
    void namesTheFieldAndWhatItTakes(String shown, String body, String field, String message) {
        for (String path : List.of("/api/v1/images", "/api/v1/jobs")) {
            HttpResponse<String> answer = calls.post(path, body);
            JsonNode problem = problem(answer, 400, "/problems/invalid-request");
            assertThat(problem.get("errors")
                            .valueStream()
                            .map(error -> error.get("field").asString()))
                    .contains(field);
            assertThat(problem.get("errors")
                            .valueStream()
                            .filter(error -> error.get("field").asString().equals(field))
                            .map(error -> error.get("message").asString()))
                    .allSatisfy(text -> assertThat(text).contains(message));
        }
        assertThat(jobs.submissions()).isZero();
    }

    static Stream<Arguments> unfitFields() {
        return Stream.of(
                bad("{\"model\":\"butterflies\",\"sampler\":\"Heun\"}", "sampler", "cannot run this model"),
                bad(with("sigmas", "[3,4,0],\"sampler\":\"euler\""), "sigmas", "smaller than the one before"),
                bad(with("sigmas", "[3,0,-1]"), "sigmas", "only the last one may be 0"),
                bad(with("sigmas", "[3,1,0],\"sampler\":\"ddim\""), "sigmas", "takes no sigmas"),
                bad(with("sigmas", "[3,1,0],\"schedule\":\"karras\""), "schedule", "leave out either"),
                bad(with("timesteps", "[1000,3]"), "timesteps", "0 to 999"),
                bad(with("sigmas", "[3,0],\"timesteps\":[5]"), "timesteps", "go together with sigmas"),
                bad(with("sigmas", "[3,0],\"hires\":{\"scale\":2}"), "hires", "go together with sigmas"),
                bad(with("eta", "0.5,\"sampler\":\"euler\""), "eta", "deterministic"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unfitFields")
    void saysWhatDoesNotFitTogether(String shown, String body, String field, String message) {
        JsonNode problem = problem(calls.post("/api/v1/jobs", body), 422, "/problems/contradictory-request");
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(problem.at("/errors/0/message").asString()).contains(message);
        assertThat(jobs.submissions()).isZero();
    }

    @Test
    void listedLevelsAreTheRequestsSteps() {
        JsonNode job =
                json(calls.post("/api/v1/jobs", with("sigmas", "[14.6,5,1,0.2,0],\"sampler\":\"DPM++ 2M Karras\"")));
        assertThat(job.at("/request/steps").asInt()).isEqualTo(4);
        assertThat(job.at("/request/sigmas")).hasSize(5);
        assertThat(job.at("/request/schedule").asString()).isEqualTo("default");
        assertThat(job.at("/request").has("timesteps")).isFalse();
        HttpResponse<String> again =
                calls.post("/api/v1/jobs", job.get("request").toString());
        assertThat(json(again).get("request")).isEqualTo(job.get("request"));
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        String body =
                "{\"steps\":0,\"width\":100,\"height\":\"tall\",\"sampler\":\"x\",\"cout\":2,\"output\":{\"as\":1}}";
        JsonNode problem = problem(calls.post("/api/v1/jobs", body), 400, "/problems/invalid-request");
        assertThat(problem.get("errors")
                        .valueStream()
                        .map(error -> error.get("field").asString()))
                .containsExactlyInAnyOrder("prompt", "steps", "width", "height", "sampler", "cout", "output.as");
    }

    @Test
    void anUnknownModelIsNotFoundAndNearOnesAreNamed() {
        JsonNode problem = problem(
                calls.post("/api/v1/images", "{\"prompt\":\"x\",\"model\":\"darkrom-mini\"}"),
                404,
                "/problems/unknown-model");
        assertThat(problem.get("detail").asString()).contains("did you mean darkroom-mini");
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo("model");
    }

    @Test
    void aModelWithoutTextNeedsNoPrompt() {
        assertThat(calls.post("/api/v1/images", "{\"model\":\"butterflies\"}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aWrongMethodIsToldTheRightOnes() {
        HttpResponse<String> answer = calls.get("/api/v1/images");
        problem(answer, 405, "/problems/method-not-allowed");
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
        problem(calls.call("PUT", "/api/v1/jobs", "{}"), 405, "/problems/method-not-allowed");
        problem(calls.call("PATCH", "/api/v1/models", "{}"), 405, "/problems/method-not-allowed");
        problem(calls.call("BREW", "/api/v1/jobs", ""), 405, "/problems/method-not-allowed");
    }

    @Test
    void anUnknownAddressIsAProblemToo() {
        problem(calls.get("/api/v1/nothing"), 404, "/problems/not-found");
        problem(calls.get("/api/v2/images"), 404, "/problems/not-found");
        problem(calls.get("/error"), 404, "/problems/not-found");
        problem(calls.get("/actuator/env"), 404, "/problems/not-found");
        problem(calls.get("/actuator/heapdump"), 404, "/problems/not-found");
        problem(calls.get("/problems/nothing"), 404, "/problems/not-found");
    }
}
