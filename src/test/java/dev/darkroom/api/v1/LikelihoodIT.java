package dev.darkroom.api.v1;

import static dev.darkroom.api.ApiCalls.json;
import static dev.darkroom.api.ProblemAnswer.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.api.ApiCalls;
import dev.darkroom.api.FakeLikelihood;
import dev.darkroom.api.OnApiServer;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@OnApiServer
class LikelihoodIT {

    private static final String PICTURE = "\"image\":\"iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mP4"
            + "f50BK2IYWhIAKTp1gauHiA8AAAAASUVORK5CYII=\"";
    private static final String PATH = "/api/v1/likelihood";

    private final FakeLikelihood likelihood;
    private final ApiCalls calls;
    private final int port;

    @Autowired
    LikelihoodIT(FakeLikelihood likelihood, @LocalServerPort int port) {
        this.likelihood = likelihood;
        this.calls = new ApiCalls(port);
        this.port = port;
    }

    @AfterEach
    void letGo() {
        likelihood.reset();
    }

    @Test
    void answersWithTheNumbersAndACompleteRequest() {
        HttpResponse<String> answer = post("\"probes\":2,\"prompt\":\"a cat\"");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode view = json(answer);
        assertThat(view.get("bits_per_dim").asDouble()).isEqualTo(1.5);
        assertThat(view.get("standard_error").asDouble()).isEqualTo(0.25);
        assertThat(view.get("warnings").get(0).asString()).isEqualTo("a warning");
        JsonNode request = view.get("request");
        assertThat(request.get("image").asString()).startsWith("sha256:");
        assertThat(request.get("prompt").asString()).isEqualTo("a cat");
        assertThat(json(calls.post(PATH, request.toString())).get("request")).isEqualTo(request);
    }

    @Test
    void oneProbeHasNoStandardError() {
        assertThat(json(post("\"probes\":1")).has("standard_error")).isFalse();
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        JsonNode problem = problem(
                calls.post(PATH, "{\"probes\":0,\"tolerance\":1,\"seed\":-3,\"width\":100,\"probez\":1}"),
                400,
                "/problems/invalid-request");
        List<String> fields = StreamSupport.stream(problem.get("errors").spliterator(), false)
                .map(error -> error.get("field").asString())
                .toList();
        assertThat(fields).contains("probez", "probes", "tolerance", "seed", "width", "image");
        problem(post("\"model\":\"nobody\""), 404, "/problems/unknown-model");
    }

    @Test
    void failuresAreProblems() {
        likelihood.fail();
        problem(post("\"probes\":2"), 500, "/problems/generation-failed");
    }

    @Test
    void oneRunsAtATimeAndHangingUpEndsIt() throws Exception {
        likelihood.runOn();
        byte[] body = ("{" + PICTURE + "}").getBytes(StandardCharsets.UTF_8);
        String head =
                "POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length + "\r\n\r\n";
        try (Socket socket = new Socket("localhost", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.UTF_8));
            out.write(body);
            out.flush();
            assertThat(likelihood.began()).isTrue();
            problem(post("\"probes\":1"), 503, "/problems/busy");
        }
        assertThat(likelihood.wasCancelled()).isTrue();
    }

    private HttpResponse<String> post(String fields) {
        return calls.post(PATH, "{" + PICTURE + "," + fields + "}");
    }
}
