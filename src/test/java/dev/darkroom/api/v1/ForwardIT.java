package dev.darkroom.api.v1;

import static dev.darkroom.api.ApiCalls.json;
import static dev.darkroom.api.ProblemAnswer.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.api.ApiCalls;
import dev.darkroom.api.FakeForward;
import dev.darkroom.api.OnApiServer;
import dev.darkroom.generation.Size;
import dev.darkroom.image.ImageLimits;
import dev.darkroom.image.PictureDecoder;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@OnApiServer
class ForwardIT {

    private static final String PICTURE = "\"image\":\"iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mP4"
            + "f50BK2IYWhIAKTp1gauHiA8AAAAASUVORK5CYII=\"";

    private final FakeForward forward;
    private final ApiCalls calls;

    @Autowired
    ForwardIT(FakeForward forward, @LocalServerPort int port) {
        this.forward = forward;
        this.calls = new ApiCalls(port);
    }

    @AfterEach
    void letGo() {
        forward.reset();
    }

    @Test
    void tellsHowNoisyEachPictureIs() {
        HttpResponse<String> answer = post("\"timesteps\":[0,500,999],\"seed\":7");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode middle = json(answer).at("/images/1");
        double alphaBar = 499 / 999.0;
        assertThat(middle.get("timestep").asInt()).isEqualTo(500);
        assertThat(middle.get("alpha_bar").asDouble()).isCloseTo(alphaBar, within(1e-12));
        assertThat(middle.get("snr").asDouble()).isCloseTo(alphaBar / (1 - alphaBar), within(1e-12));
        assertThat(middle.get("sigma").asDouble()).isCloseTo(Math.sqrt((1 - alphaBar) / alphaBar), within(1e-12));
        byte[] file = Base64.getDecoder().decode(middle.get("base64").asString());
        assertThat(new PictureDecoder(ImageLimits.defaults()).decode(file).size())
                .isEqualTo(new Size(128, 128));
        assertThat(json(answer).at("/images/2").has("sigma"))
                .as("infinite where no signal is left")
                .isFalse();
    }

    @Test
    void echoesACompleteRequestThatWorksAgain() {
        JsonNode request = json(post("\"space\":\"pixel\"")).get("request");
        assertThat(request.get("image").asString()).startsWith("sha256:");
        assertThat(request.get("model").asString()).isEqualTo("darkroom-mini");
        assertThat(timesteps(request)).containsExactly(0, 250, 500, 749, 999);
        JsonNode again = json(calls.post("/api/v1/forward", request.toString()));
        assertThat(again.get("request")).isEqualTo(request);
    }

    @Test
    void givesOneSheetWhereAPictureIsAccepted() {
        HttpResponse<String> answer =
                calls.post("/api/v1/forward", "{" + PICTURE + ",\"seed\":9}", "Accept", "image/png");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(answer.headers().firstValue("X-Darkroom-Seed")).hasValue("9");
        assertThat(calls.post("/api/v1/forward", "{" + PICTURE + "}", "Accept", "video/mp4")
                        .statusCode())
                .isEqualTo(406);
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        JsonNode problem = problem(
                calls.post(
                        "/api/v1/forward",
                        "{\"timesteps\":[-1,1000,2.5],\"space\":\"time\",\"seed\":-3,\"width\":100,\"stepz\":1}"),
                400,
                "/problems/invalid-request");
        List<String> fields = StreamSupport.stream(problem.get("errors").spliterator(), false)
                .map(error -> error.get("field").asString())
                .toList();
        assertThat(fields)
                .contains("stepz", "timesteps[2]", "timesteps[0]", "timesteps[1]", "space", "seed", "width", "image");
    }

    @Test
    void isBounded() {
        String seventeen = IntStream.range(0, 17).mapToObj(Integer::toString).collect(Collectors.joining(","));
        assertDetail("\"timesteps\":[" + seventeen + "]", "give 1 to 16");
        assertDetail("\"timesteps\":[]", "give 1 to 16");
        assertDetail("\"timesteps\":[1,2,3,4,5],\"width\":1024,\"height\":1024", "at most 4 fit into one call");
        problem(post("\"model\":\"nobody\""), 404, "/problems/unknown-model");
        assertDetail("\"image\":\"https://example.org/a.png\"", "fetches none");
    }

    @Test
    void failuresAreProblemsOfTheirOwnKind() {
        forward.fail();
        problem(post("\"seed\":1"), 503, "/problems/device-out-of-memory");
    }

    @Test
    void whereTooManyRunTheOthersAreSentAwayForAWhile() throws Exception {
        forward.hold();
        List<CompletableFuture<HttpResponse<String>>> running = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            running.add(CompletableFuture.supplyAsync(() -> post("\"seed\":1")));
        }
        HttpResponse<String> first =
                (HttpResponse<String>) CompletableFuture.anyOf(running.toArray(CompletableFuture[]::new))
                        .get(25, TimeUnit.SECONDS);
        problem(first, 503, "/problems/busy");
        assertThat(first.headers().firstValue("Retry-After")).hasValue("10");
        forward.reset();
        long served = 0;
        for (CompletableFuture<HttpResponse<String>> call : running) {
            served += call.get(20, TimeUnit.SECONDS).statusCode() == 200 ? 1 : 0;
        }
        assertThat(served).isEqualTo(2);
    }

    private void assertDetail(String fields, String detail) {
        String body = fields.contains("\"image\"") ? "{" + fields + "}" : "{" + PICTURE + "," + fields + "}";
        JsonNode problem = problem(calls.post("/api/v1/forward", body), 400, "/problems/invalid-request");
        assertThat(problem.get("detail").asString()).contains(detail);
    }

    private HttpResponse<String> post(String fields) {
        return calls.post("/api/v1/forward", "{" + PICTURE + "," + fields + "}");
    }

    private static List<Integer> timesteps(JsonNode request) {
        return StreamSupport.stream(request.get("timesteps").spliterator(), false)
                .map(JsonNode::asInt)
                .toList();
    }
}
