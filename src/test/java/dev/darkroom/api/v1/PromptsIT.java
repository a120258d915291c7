package dev.darkroom.api.v1;

import static dev.darkroom.api.ApiCalls.json;
import static dev.darkroom.api.ProblemAnswer.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.api.ApiCalls;
import dev.darkroom.api.FakeJobs;
import dev.darkroom.api.OnApiServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** How prompts are asked for, and what a job says of them. */
@OnApiServer
class PromptsIT {

    private final FakeJobs jobs;
    private final ApiCalls calls;

    @Autowired
    PromptsIT(FakeJobs jobs, @LocalServerPort int port) {
        this.jobs = jobs;
        this.calls = new ApiCalls(port);
    }

    @BeforeEach
    void emptyQueue() {
        jobs.reset();
    }

    private JsonNode submitted(String body) {
        var answer = calls.post("/api/v1/jobs", body.replace('\'', '"'));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return json(answer).get("request");
    }

    @Test
    void languageIsWebuisUnlessSaidOtherwise() {
        JsonNode usual = submitted("{'prompt':'a (red:1.2) smiley'}");
        assertThat(usual.path("prompt_syntax").asString()).isEqualTo("webui");
        assertThat(usual.path("emphasis").asString()).isEqualTo("original");
        JsonNode plain = submitted("{'prompt':'a','prompt_syntax':'plain','emphasis':'no_norm'}");
        assertThat(plain.path("prompt_syntax").asString()).isEqualTo("plain");
        assertThat(plain.path("emphasis").asString()).isEqualTo("no_norm");
    }

    @Test
    void stylesAreInTheRequestThatTheJobShows() {
        JsonNode request = submitted("{'prompt':'a smiley','styles':['crayon','night']}");
        assertThat(request.path("prompt").asString()).isEqualTo("a smiley, drawn with crayons, at night");
        assertThat(request.path("negative_prompt").asString()).isEqualTo("photo");
        assertThat(request.has("styles")).isFalse();
        assertThat(submitted(request.toString())).isEqualTo(request);
    }

    @Test
    void wildcardsAreChosenWhenTheRequestIsTaken() {
        JsonNode one = submitted("{'prompt':'a __animal__','seed':4}");
        assertThat(one.path("prompt").asString()).matches("a (cat|dog|owl|hen|fox)");
        assertThat(one.has("image_prompts")).isFalse();
        JsonNode many = submitted("{'prompt':'a __animal__','seed':4,'count':8}");
        assertThat(many.path("image_prompts")).hasSize(8);
        assertThat(many.path("image_prompts").path(0)).isEqualTo(one.path("prompt"));
        assertThat(submitted(many.toString())).isEqualTo(many);
    }

    @Test
    void everyPictureMayHaveItsPrompt() {
        JsonNode request = submitted("{'image_prompts':['a cat','a dog']}");
        assertThat(request.path("count").asInt()).isEqualTo(2);
        assertThat(request.path("prompt").asString()).isEqualTo("a cat");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'prompt':'a','prompt_syntax':'comfy'}         | prompt_syntax    | webui, plain",
                "{'prompt':'a','emphasis':'strong'}             | emphasis         | no_norm",
                "{'prompt':'a','styles':['crayn']}              | styles           | did you mean crayon",
                "{'prompt':'a','styles':'crayon'}               | styles           | list",
                "{'prompt':'a __animl__'}                       | prompt           | did you mean animal",
                "{'image_prompts':['a','b'],'count':3}          | image_prompts    | one a picture",
                "{'image_prompts':[]}                           | image_prompts    | one a picture",
                "{'styles':[]}                                  | prompt           | is missing"
            })
    void refusesWhatItCannotTake(String given, String field, String message) {
        JsonNode problem =
                problem(calls.post("/api/v1/jobs", given.replace('\'', '"')), 400, "/problems/invalid-request");
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(problem.at("/errors/0/message").asString()).contains(message);
    }

    @Test
    void stylesAndWildcardsAreListed() {
        JsonNode list = json(calls.get("/api/v1/styles"));
        assertThat(list.path("styles")).hasSize(2);
        assertThat(list.at("/styles/0/name").asString()).isEqualTo("crayon");
        assertThat(list.at("/styles/0/negative_prompt").asString()).isEqualTo("photo");
        assertThat(list.path("wildcards").path(0).asString()).isEqualTo("animal");
    }
}
