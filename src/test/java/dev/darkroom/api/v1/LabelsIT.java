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
import tools.jackson.databind.json.JsonMapper;

/** Requests of models that read no text: what they are told, at which sizes, and what does not fit them. */
@OnApiServer
class LabelsIT {

    private static final JsonMapper JSON = new JsonMapper();

    private final FakeJobs jobs;
    private final ApiCalls calls;

    @Autowired
    LabelsIT(FakeJobs jobs, @LocalServerPort int port) {
        this.jobs = jobs;
        this.calls = new ApiCalls(port);
    }

    @BeforeEach
    void emptyQueue() {
        jobs.reset();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'model':'darkroom-icons','label':'ghost'} | {'label':'ghost','width':256,'height':256,'guidance_scale':2.0,'sampler':'bit_diffusion'}",
                "{'model':'darkroom-icons','label':'1'}     | {'label':'star'}",
                "{'model':'darkroom-icons'}                 | {'guidance_scale':1.0}",
                "{'model':'darkroom-icons','label':'star','width':64} | {'width':64,'height':64}",
                "{'model':'darkroom-icons','label':'star','height':512} | {'width':512,'height':512}",
                "{'model':'darkroom-icons','label':'star','sampler_options':{'time_difference':1.5}} | {'sampler_options':{'time_difference':1.5}}",
                "{'model':'butterflies'}           | {'width':64,'height':64,'guidance_scale':1.0}"
            })
    void isFilledInAndResolvesToItself(String given, String filledIn) {
        JsonNode request = submitted(given.replace('\'', '"'));
        JSON.readTree(filledIn.replace('\'', '"'))
                .forEachEntry((field, value) ->
                        assertThat(request.get(field)).as(field).isEqualTo(value));
        assertThat(submitted(request.toString())).isEqualTo(request);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'model':'darkroom-icons','label':'hart'}                     | label           | did you mean heart?",
                "{'model':'darkroom-icons','label':'3'}                        | label           | one of heart, star, ghost",
                "{'model':'darkroom-icons','prompt':'a ghost'}                 | prompt          | draws what label says, one of heart",
                "{'model':'darkroom-icons','label':'star','negative_prompt':'blue'} | negative_prompt | reads no text",
                "{'model':'darkroom-icons','label':'star','clip_skip':1}       | clip_skip       | reads no text",
                "{'model':'darkroom-icons','label':'star','styles':['comic']}  | styles          | reads no text",
                "{'model':'darkroom-icons','label':'star','image_prompts':['a']} | image_prompts | reads no text",
                "{'model':'darkroom-icons','label':'star','interpolation':{'to_prompt':'a'}} | interpolation.to_prompt | reads no text",
                "{'model':'darkroom-icons','guidance_scale':4}                 | guidance_scale  | add label",
                "{'model':'darkroom-icons','label':'star','width':100}         | width           | the nearest is 96",
                "{'model':'darkroom-icons','label':'star','width':64,'height':32} | height       | at width 64 give 64",
                "{'model':'darkroom-icons','label':'star','width':1000000}     | width           | 16 times a whole number",
                "{'model':'darkroom-icons','label':'star','hires':{}}          | hires           | knows one size",
                "{'model':'darkroom-icons','label':'star','sampler_options':{'time_difference':21}} | sampler_options.time_difference | 0 to 20",
                "{'model':'darkroom-icons','label':'star','variation':{'resize_from':{'width':64,'height':64}}} | variation.resize_from | one size",
                "{'model':'darkroom-icons','label':'star','denoise':{}}        | denoise         | add image",
                "{'model':'butterflies','label':'red'}                | label           | is told nothing",
                "{'model':'butterflies','prompt':'a red one'}         | prompt          | is told nothing",
                "{'model':'butterflies','guidance_scale':3}           | guidance_scale  | not trained to be guided",
                "{'prompt':'a star','label':'star'}                   | label           | draws what prompt says",
                "{'model':'darkroom-icons','label':3}                          | label           | give a string"
            })
    void saysWhatTheModelTakesInstead(String given, String field, String message) {
        JsonNode problem =
                problem(calls.post("/api/v1/jobs", given.replace('\'', '"')), 400, "/problems/invalid-request");
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(problem.at("/errors/0/message").asString()).contains(message);
        assertThat(jobs.submissions()).isZero();
    }

    @Test
    void aSamplerWithoutATimeDifferenceIsToldApart() {
        JsonNode problem = problem(
                calls.post(
                        "/api/v1/jobs",
                        "{\"model\":\"darkroom-icons\",\"label\":\"star\",\"sampler\":\"euler\",\"sampler_options\":{\"time_difference\":1}}"),
                422,
                "/problems/contradictory-request");
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo("sampler_options.time_difference");
        assertThat(problem.at("/errors/0/message").asString()).contains("such as bit_diffusion");
    }

    @Test
    void modelsSayWhatTheyAreTold() {
        JsonNode models = json(calls.get("/api/v1/models")).get("models");
        JsonNode text = models.get(0);
        JsonNode icons = models.get(2);
        assertThat(text.get("space").asString()).isEqualTo("latent");
        assertThat(text.at("/conditioning/by").asString()).isEqualTo("text");
        assertThat(text.at("/conditioning").has("labels")).isFalse();
        assertThat(models.get(1).at("/conditioning/by").asString()).isEqualTo("nothing");
        assertThat(icons.get("space").asString()).isEqualTo("bits");
        assertThat(icons.get("needs_prompt").asBoolean()).isFalse();
        assertThat(icons.at("/conditioning/labels").toString()).isEqualTo("[\"heart\",\"star\",\"ghost\"]");
        assertThat(icons.at("/conditioning/label_optional").asBoolean()).isTrue();
        assertThat(icons.at("/conditioning/self_conditioned").asBoolean()).isTrue();
        assertThat(icons.at("/limits/sizes").asString()).isEqualTo("scaled");
        assertThat(icons.at("/limits/smallest_side").asInt()).isEqualTo(16);
        assertThat(icons.get("tasks").toString()).contains("label_to_image").doesNotContain("outpainting");
    }

    private JsonNode submitted(String body) {
        return json(calls.post("/api/v1/jobs", body)).get("request");
    }
}
