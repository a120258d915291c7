package dev.darkroom.api.v1;

import static dev.darkroom.api.ApiCalls.json;
import static dev.darkroom.api.ProblemAnswer.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.api.ApiCalls;
import dev.darkroom.api.OnApiServer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@OnApiServer
class SchedulePlotsIT {

    private final ApiCalls calls;

    @Autowired
    SchedulePlotsIT(@LocalServerPort int port) {
        this.calls = new ApiCalls(port);
    }

    @Test
    void arePlottedOverEachOther() {
        HttpResponse<String> answer =
                calls.get("/api/v1/schedules/karras/plot.svg?with=beta&with=exponential&steps=12");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/svg+xml");
        assertThat(answer.body()).contains("<svg", ">Karras<", ">Beta<", ">Exponential<", "12 steps of darkroom-mini");
    }

    @Test
    void arePngsOfTheAskedWidth() {
        HttpResponse<String> answer = calls.get("/api/v1/schedules/cosine/plot.png?with=linear&width=400");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(answer.body()).contains("PNG");
    }

    @Test
    void areNotSentAgainToWhoHasThem() {
        String path = "/api/v1/schedules/trained/plot.svg";
        HttpResponse<String> first = calls.get(path);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(first.headers().firstValue("Cache-Control").orElseThrow()).contains("max-age=3600");
        HttpResponse<String> again = calls.get(path, "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void thatNobodyKnowsAreNotFound() {
        JsonNode problem = problem(calls.get("/api/v1/schedules/karas/plot.svg"), 404, "/problems/unknown-schedule");
        assertThat(problem.get("detail").asString()).contains("did you mean karras");
        problem(calls.get("/api/v1/schedules/karras/plot.svg?model=nobody"), 404, "/problems/unknown-model");
    }

    @Test
    void misfitsAreNamed() {
        assertField("karras/plot.png?with=cosine", "with");
        assertField("karras/plot.png?steps=0", "steps");
        assertField("karras/plot.png?steps=151", "steps");
        assertField("karras/plot.png?width=99999", "width");
        problem(calls.get("/api/v1/schedules/karras/plot.png?width=x"), 400, "/problems/invalid-request");
    }

    @Test
    void ofVarianceAreListedToo() {
        JsonNode schedules = json(calls.get("/api/v1/schedules"));
        assertThat(schedules.get("variance_schedules"))
                .extracting(schedule -> schedule.get("name").asString())
                .contains("linear", "scaled_linear", "cosine", "sigmoid", "zero_terminal_snr", "flow_shift", "ve_sde");
        for (JsonNode schedule : schedules.get("variance_schedules")) {
            String path = "/api/v1/schedules/" + schedule.get("name").asString() + "/plot.svg?steps=50";
            assertThat(calls.get(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    private void assertField(String path, String field) {
        JsonNode problem = problem(calls.get("/api/v1/schedules/" + path), 400, "/problems/invalid-request");
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
    }
}
