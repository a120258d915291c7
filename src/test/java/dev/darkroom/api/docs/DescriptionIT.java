package dev.darkroom.api.docs;

import static dev.darkroom.api.ApiCalls.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.api.ApiCalls;
import dev.darkroom.api.FakeJobs;
import dev.darkroom.api.OnApiServer;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@OnApiServer
class DescriptionIT {

    /** One for each task, and one for each other call that takes a body. */
    private static final String[] EXAMPLES = {
        "/api/v1/forward latent",
        "/api/v1/images smiley",
        "/api/v1/jobs denoise",
        "/api/v1/jobs film",
        "/api/v1/jobs guidance",
        "/api/v1/jobs hires",
        "/api/v1/jobs image",
        "/api/v1/jobs inpaint",
        "/api/v1/jobs interpolation",
        "/api/v1/jobs inversion",
        "/api/v1/jobs outpaint",
        "/api/v1/jobs prompt",
        "/api/v1/jobs sampler",
        "/api/v1/jobs tiling",
        "/api/v1/jobs variation",
        "/api/v1/likelihood picture",
        "/api/v1/reproduce picture"
    };

    private final FakeJobs jobs;
    private final ApiCalls calls;

    @Autowired
    DescriptionIT(FakeJobs jobs, @LocalServerPort int port) {
        this.jobs = jobs;
        this.calls = new ApiCalls(port);
    }

    @BeforeEach
    void emptyQueue() {
        jobs.reset();
    }

    @Test
    void swaggerUiShowsTheDescription() {
        HttpResponse<String> first = calls.get("/swagger-ui.html");
        assertThat(first.statusCode()).isEqualTo(302);
        HttpResponse<String> page =
                calls.get(first.headers().firstValue("Location").orElseThrow());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("swagger-ui");
        assertThat(calls.get("/v3/api-docs/swagger-config").body()).contains("/v3/api-docs");
    }

    @Test
    void everyCallIsDescribed() {
        Set<String> described = new TreeSet<>();
        JsonNode api = json(calls.get("/v3/api-docs"));
        api.get("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    String call = method.toUpperCase(java.util.Locale.ROOT) + " " + path;
                    described.add(call);
                    assertThat(operation.path("summary").asString("")).as(call).isNotBlank();
                    assertThat(operation.path("description").asString(""))
                            .as(call)
                            .isNotBlank();
                    assertThat(operation.get("responses").propertyNames())
                            .as(call)
                            .contains("400", "500")
                            .containsAnyOf("200", "202", "204");
                    assertThat(operation
                                    .at("/responses/400/content/application~1problem+json/schema/$ref")
                                    .asString())
                            .as(call)
                            .isEqualTo("#/components/schemas/Problem");
                }));
        assertThat(described)
                .containsExactlyInAnyOrder(
                        "DELETE /api/v1/jobs/{id}",
                        "GET /api/v1/jobs",
                        "GET /api/v1/jobs/{id}",
                        "GET /api/v1/jobs/{id}/animation",
                        "GET /api/v1/jobs/{id}/events",
                        "GET /api/v1/jobs/{id}/images/{index}",
                        "GET /api/v1/jobs/{id}/reproduction",
                        "GET /api/v1/jobs/{id}/trajectory",
                        "GET /api/v1/jobs/{id}/trajectory.png",
                        "GET /api/v1/models",
                        "GET /api/v1/samplers",
                        "GET /api/v1/schedules",
                        "GET /api/v1/schedules/{name}/plot.png",
                        "GET /api/v1/schedules/{name}/plot.svg",
                        "GET /api/v1/styles",
                        "GET /problems",
                        "GET /problems/{name}",
                        "POST /api/v1/forward",
                        "POST /api/v1/images",
                        "POST /api/v1/jobs",
                        "POST /api/v1/jobs/{id}/cancel",
                        "POST /api/v1/likelihood",
                        "POST /api/v1/reproduce");
    }

    @Test
    void allReferencesLeadSomewhere() {
        JsonNode api = json(calls.get("/v3/api-docs"));
        Set<String> references = new HashSet<>();
        collectReferences(api, references);
        assertThat(references)
                .isNotEmpty()
                .allSatisfy(
                        reference -> assertThat(api.at(reference.substring(1)).isMissingNode())
                                .as(reference)
                                .isFalse());
    }

    @Test
    void fieldsAreNamedAsInJson() {
        JsonNode schemas = json(calls.get("/v3/api-docs")).at("/components/schemas");
        assertThat(schemas.at("/ImageRequest/properties").propertyNames())
                .contains("negative_prompt", "guidance_scale", "cancel_on_disconnect")
                .doesNotContain("negativePrompt");
        assertThat(schemas.at("/Job/properties").propertyNames()).contains("created_at", "finished_at");
        assertThat(schemas.at("/Problem/properties").propertyNames()).contains("trace_id", "errors");
    }

    @Test
    void everyExampleWorksAsItStands() {
        Set<String> tried = new TreeSet<>();
        json(calls.get("/v3/api-docs")).get("paths").forEachEntry((path, item) -> {
            JsonNode examples = item.at("/post/requestBody/content/application~1json/examples");
            for (String name : examples.propertyNames()) {
                JsonNode value = examples.get(name).get("value");
                String body = value.isString() ? value.asString() : value.toString();
                HttpResponse<String> answer = calls.post(path, body);
                assertThat(answer.statusCode()).as(name + ": " + answer.body()).isIn(200, 202);
                tried.add(path + " " + name);
            }
        });
        assertThat(tried).contains(EXAMPLES);
    }

    @Test
    void everyProblemHasItsPage() {
        JsonNode problems = json(calls.get("/problems", "Accept", "application/json"));
        assertThat(problems).hasSizeGreaterThan(20);
        for (JsonNode problem : problems) {
            String page = problem.get("type").asString();
            assertThat(json(calls.get(page, "Accept", "application/json"))).isEqualTo(problem);
            HttpResponse<String> html = calls.get(page, "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
            assertThat(html.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
            assertThat(html.body()).contains("<h1>");
        }
        assertThat(calls.get("/problems", "Accept", "text/html").body()).contains("/problems/unknown-model");
    }

    @Test
    void theFrontPageLeadsOn() {
        HttpResponse<String> page = calls.get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("/swagger-ui.html", "/v3/api-docs");
        assertThat(calls.get("/darkroom.css").statusCode()).isEqualTo(200);
    }

    private static void collectReferences(JsonNode node, Set<String> references) {
        if (node.isObject() && node.path("$ref").isString()) {
            references.add(node.get("$ref").asString());
        }
        node.forEach(child -> collectReferences(child, references));
    }
}
