package dev.darkroom.api.web;

import static dev.darkroom.api.ApiCalls.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.api.ApiCalls;
import dev.darkroom.api.OnApiServer;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OnApiServer
class AroundEveryCallIT {

    private static final String SMILEY = "{\"prompt\":\"a smiley face\"}";

    private final ApiCalls calls;

    @Autowired
    AroundEveryCallIT(@LocalServerPort int port) {
        this.calls = new ApiCalls(port);
    }

    @Test
    void theTraceIdOfTheClientIsKept() {
        String id = "4bf92f3577b34da6a3ce929d0e0e4736";
        HttpResponse<String> answer = calls.get("/api/v1/jobs/x", "traceparent", "00-" + id + "-00f067aa0ba902b7-01");
        assertThat(json(answer).get("trace_id").asString()).isEqualTo(id);
        assertThat(answer.headers().firstValue("X-Trace-Id")).hasValue(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01"
            })
    void aTraceIdThatIsNoneIsReplaced(String header) {
        String id = calls.get("/", "traceparent", header)
                .headers()
                .firstValue("X-Trace-Id")
                .orElseThrow();
        assertThat(id)
                .matches("[0-9a-f]{32}")
                .isNotEqualTo("4bf92f3577b34da6a3ce929d0e0e4736")
                .isNotEqualTo("0".repeat(32));
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site,cross-site",
        "Sec-Fetch-Site,same-site",
        "Origin,https://evil.example",
        "Origin,null",
        "Origin,http://127.0.0.1:1",
        "Origin,%%%"
    })
    void aPageOfAnotherSiteChangesNothing(String header, String value) {
        HttpResponse<String> answer = calls.post("/api/v1/jobs", SMILEY, header, value);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(json(answer).get("type").asString()).isEqualTo("/problems/cross-site-request");
        assertThat(calls.call("DELETE", "/api/v1/jobs/x", "", header, value).statusCode())
                .isEqualTo(403);
        assertThat(calls.get("/api/v1/models", header, value).statusCode()).isEqualTo(200);
    }

    @Test
    void ownPagesMayCall() {
        assertThat(calls.post("/api/v1/jobs", SMILEY, "Sec-Fetch-Site", "same-origin")
                        .statusCode())
                .isEqualTo(202);
        assertThat(calls.post("/api/v1/jobs", SMILEY, "Origin", "http://127.0.0.1:" + calls.port())
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void noOtherOriginIsAllowedByDefault() {
        HttpResponse<String> answer = calls.call(
                "OPTIONS",
                "/api/v1/images",
                "",
                "Origin",
                "https://evil.example",
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "content-type");
        assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void onlyHealthInfoAndMetricsAreExposed() {
        assertThat(calls.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(calls.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(calls.get("/actuator/info").statusCode()).isEqualTo(200);
        assertThat(calls.get("/actuator/prometheus").body())
                .contains("http_server_requests_seconds", "darkroom_api_event_streams");
        for (String closed :
                new String[] {"env", "beans", "heapdump", "threaddump", "loggers", "shutdown", "metrics"}) {
            assertThat(calls.get("/actuator/" + closed).statusCode()).isEqualTo(404);
        }
    }
}
