package dev.darkroom.api.v1;

import static dev.darkroom.api.ApiCalls.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.api.ApiCalls;
import dev.darkroom.api.FakeJobs;
import dev.darkroom.api.OnApiServer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@OnApiServer
class PicturesIT {

    private final FakeJobs jobs;
    private final ApiCalls calls;

    @Autowired
    PicturesIT(FakeJobs jobs, @LocalServerPort int port) {
        this.jobs = jobs;
        this.calls = new ApiCalls(port);
    }

    @BeforeEach
    void emptyQueue() {
        jobs.reset();
    }

    @Test
    void areServedForEverWithATag() {
        JsonNode job = job();
        HttpResponse<String> answer = calls.get(path(job, 1));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/webp");
        assertThat(answer.headers().firstValue("ETag"))
                .hasValue('"' + job.at("/images/1/sha256").asString() + '"');
        assertThat(answer.headers().allValues("Cache-Control"))
                .hasSize(1)
                .first()
                .asString()
                .contains("immutable", "max-age=31536000");
        assertThat(answer.headers().firstValue("Accept-Ranges")).hasValue("none");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void areNotSentAgainToWhoHasThem() {
        JsonNode job = job();
        String tag = '"' + job.at("/images/0/sha256").asString() + '"';
        for (String match : new String[] {tag, "W/" + tag, "\"x\", " + tag, "*"}) {
            HttpResponse<String> answer = calls.get(path(job, 0), "If-None-Match", match);
            assertThat(answer.statusCode()).as(match).isEqualTo(304);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.headers().allValues("ETag")).containsExactly(tag);
        }
        assertThat(calls.get(path(job, 0), "If-None-Match", "\"x\"").statusCode())
                .isEqualTo(200);
        assertThat(calls.get(path(job, 0), "Range", "bytes=0-1").statusCode()).isEqualTo(200);
    }

    @Test
    void answerAQuestionForTheHeadOnly() {
        HttpResponse<String> answer = calls.call("HEAD", path(job(), 0), "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("Content-Length")).isPresent();
    }

    @Test
    void haveSignedAddressesThatNobodyCanChange() {
        JsonNode image = job().at("/images/0");
        String url = image.get("url").asString();
        assertThat(url).startsWith("http://127.0.0.1:" + calls.port() + "/api/v1/jobs/");
        HttpResponse<String> answer = calls.get(url);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy")).hasValue("cross-origin");
        assertThat(Instant.parse(image.get("expires_at").asString()))
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(58)),
                        Instant.now().plus(Duration.ofMinutes(61)));
        for (String changed : new String[] {
            url.replace("/images/0", "/images/1"),
            url + "x",
            url.replaceAll("expires=\\d", "expires=9"),
            url.replaceAll("&signature=.*", ""),
            url.replaceAll("expires=\\d+&", "")
        }) {
            HttpResponse<String> refused = calls.get(changed);
            assertThat(refused.statusCode()).as(changed).isEqualTo(403);
            assertThat(json(refused).get("type").asString()).isEqualTo("/problems/bad-signature");
        }
    }

    @Test
    void thatAreNotThereAreNotFound() {
        JsonNode job = job();
        for (String index : new String[] {"2", "-1", "99999999999", "x"}) {
            assertThat(calls.get("/api/v1/jobs/" + job.get("id").asString() + "/images/" + index)
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    private JsonNode job() {
        return json(calls.post(
                "/api/v1/jobs", "{\"prompt\":\"x\",\"count\":2,\"output\":{\"format\":\"webp\"}}", "Prefer", "wait=5"));
    }

    private static String path(JsonNode job, int index) {
        return "/api/v1/jobs/" + job.get("id").asString() + "/images/" + index;
    }
}
