package dev.darkroom.api;

import static dev.darkroom.api.ApiCalls.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;

/** What every error answer has in common. */
public final class ProblemAnswer {

    private ProblemAnswer() {}

    /** Asserts that an answer is a problem of this status and type with all that belongs to it. */
    public static JsonNode problem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = json(answer);
        assertThat(problem.get("type").asString()).isEqualTo(type);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("detail").asString()).isNotBlank();
        assertThat(problem.get("instance").asString()).startsWith("/");
        assertThat(problem.get("trace_id").asString()).matches("[0-9a-f]{32}");
        assertThat(answer.headers().firstValue("X-Trace-Id"))
                .hasValue(problem.get("trace_id").asString());
        return problem;
    }
}
