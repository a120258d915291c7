package dev.darkroom.api.v1;

import static dev.darkroom.api.ApiCalls.json;
import static dev.darkroom.api.ProblemAnswer.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.api.ApiCalls;
import dev.darkroom.api.FakeJobs;
import dev.darkroom.api.OnApiServer;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Requests that paint a part of a picture anew: what is filled in, what is refused. */
@OnApiServer
class MasksIT {

    private static final JsonMapper JSON = new JsonMapper();
    /** By the name that a request below has for them. */
    private static final Map<String, String> PICTURES = Map.of(
            "YELLOW",
            "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mP4f50BK2IYWhIAKTp1gauHiA8AAAAASUVORK5CYII=",
            "HALF",
            "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAIAQAAAADsdIMmAAAADUlEQVR42mP4wMSADAEOkAD/andpOAAAAABJRU5ErkJggg==",
            "BLACK",
            "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAIAQAAAADsdIMmAAAAC0lEQVR42mNgQAUAABAAAaoZ+IIAAAAASUVORK5CYII=",
            "WHITE",
            "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAIAQAAAADsdIMmAAAADUlEQVR4nGP4z8SADAEPcQEOqa2awAAAAABJRU5ErkJggg==",
            "WIDE",
            "iVBORw0KGgoAAAANSUhEUgAAABAAAAAIAQAAAADYDUI6AAAAD0lEQVR42mP8z8DEgAUBABfBAQ/CV4poAAAAAElFTkSuQmCC",
            "DOT",
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mPg5OQEAAA6ABzT9UgiAAAAAElFTkSuQmCC");

    private final FakeJobs jobs;
    private final ApiCalls calls;

    @Autowired
    MasksIT(FakeJobs jobs, @LocalServerPort int port) {
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
                "{'image':'YELLOW','mask':'HALF'} | {'strength':0.75,'width':128,'height':128,'inpaint':{'mask_blur':4,'fill':'original','region':'whole','invert':false}}",
                "{'image':'YELLOW','mask':'HALF','inpaint':{'region':'masked','invert':true,'fill':'noise','mask_blur':0}} | {'inpaint':{'mask_blur':0,'fill':'noise','region':'masked','padding':32,'invert':true}}",
                "{'image':'YELLOW','mask':'HALF','width':64,'inpaint':{'resample':{}}} | {'width':64,'height':64,'inpaint':{'mask_blur':4,'fill':'original','region':'whole','invert':false,'resample':{'jump_length':5,'jumps':3}}}",
                "{'image':'YELLOW','outpaint':{'left':56,'top':120}} | {'strength':1.0,'width':64,'height':128,'outpaint':{'left':56,'right':0,'top':120,'bottom':0,'feather':16}}"
            })
    void isFilledInAndResolvesToItself(String given, String filledIn) {
        JsonNode request = submitted(body(given));
        JSON.readTree(filledIn.replace('\'', '"'))
                .forEachEntry((field, value) ->
                        assertThat(request.get(field)).as(field).isEqualTo(value));
        assertThat(submitted(request.toString())).isEqualTo(request);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'mask':'HALF'}                                             | mask                | add image",
                "{'inpaint':{}}                                              | inpaint             | add image",
                "{'outpaint':{'left':8}}                                     | outpaint            | add image",
                "{'image':'YELLOW','mask':'AAAA'}                            | mask                | no picture",
                "{'image':'YELLOW','mask':'https://example.org/a.png'}       | mask                | URL",
                "{'image':'YELLOW','mask':'HALF','inpaint':{'fill':'blue'}}  | inpaint.fill        | original, blurred, noise, latent",
                "{'image':'YELLOW','mask':'HALF','inpaint':{'region':'all'}} | inpaint.region      | whole, masked",
                "{'image':'YELLOW','mask':'HALF','inpaint':{'mask_blur':65}} | inpaint.mask_blur   | 0 to 64",
                "{'image':'YELLOW','mask':'HALF','inpaint':{'padding':8}}    | inpaint.padding     | region masked only",
                "{'image':'YELLOW','mask':'HALF','inpaint':{'mask_blurr':8}} | inpaint.mask_blurr  | did you mean mask_blur",
                "{'image':'YELLOW','mask':'HALF','inpaint':{'resample':{'jumps':21}}} | inpaint.resample.jumps | 0 to 20",
                "{'image':'YELLOW','mask':'HALF','strength':1.1}             | strength            | 0 to 1",
                "{'image':'YELLOW','outpaint':{}}                            | outpaint            | adds nothing",
                "{'image':'YELLOW','outpaint':{'left':-1}}                   | outpaint.left       | 0 to 2048",
                "{'image':'YELLOW','image_guidance_scale':1.5}               | image_guidance_scale | edit pictures"
            })
    void refusesWhatItCannotTake(String given, String field, String message) {
        JsonNode problem = problem(calls.post("/api/v1/jobs", body(given)), 400, "/problems/invalid-request");
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(problem.at("/errors/0/message").asString()).contains(message);
        assertThat(jobs.submissions()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'image':'YELLOW','mask':'HALF','outpaint':{'left':64}}  | outpaint | inpaint",
                "{'image':'YELLOW','mask':'HALF','hires':{}}              | hires    | image"
            })
    void refusesWhatMakesNoSenseTogether(String given, String field, String other) {
        JsonNode problem = problem(calls.post("/api/v1/jobs", body(given)), 422, "/problems/contradictory-request");
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(problem.at("/errors/0/message").asString()).contains("together with " + other);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'image':'YELLOW','inpaint':{}}                             | mask                | is missing",
                "{'image':'YELLOW','mask':'BLACK'}                           | mask                | black everywhere",
                "{'image':'YELLOW','mask':'WIDE'}                            | mask                | 16x8",
                "{'image':'YELLOW','outpaint':{'left':2048}}                 | outpaint            | 2056x8",
                "{'image':'DOT','outpaint':{'left':64}}                      | image               | 1x1",
                "{'image':'HALF','mask':'WHITE','inpaint':{'invert':true}} | mask | white everywhere",
                "{'image':'DOT','mask':'WHITE'} | image | 1x1"
            })
    void refusesAMaskThatDoesNotGoWithItsPicture(String given, String field, String message) {
        JsonNode problem = problem(calls.post("/api/v1/jobs", body(given)), 422, "/problems/contradictory-request");
        assertThat(problem.get("errors")
                        .valueStream()
                        .map(error -> error.get("field").asString()))
                .contains(field);
        assertThat(problem.get("detail").asString() + problem.get("errors")).contains(message);
        assertThat(jobs.submissions()).isZero();
    }

    @Test
    void examplesWorkAsTheyStand() {
        JsonNode inpaint = submitted(Examples.INPAINT);
        assertThat(inpaint.get("mask").asString()).startsWith("sha256:");
        assertThat(inpaint.get("width").asInt()).isEqualTo(128);
        assertThat(submitted(Examples.OUTPAINT).get("width").asInt()).isEqualTo(128);
    }

    @Test
    void modelsSayWhatTheyCanDo() {
        JsonNode tasks = json(calls.get("/api/v1/models")).at("/models/0/tasks");
        assertThat(tasks.toString())
                .contains("inpainting", "outpainting", "text_to_image")
                .doesNotContain("editing");
    }

    private static String body(String given) {
        String text = given.replace('\'', '"');
        for (Map.Entry<String, String> picture : PICTURES.entrySet()) {
            text = text.replace('"' + picture.getKey() + '"', '"' + picture.getValue() + '"');
        }
        ObjectNode body = (ObjectNode) JSON.readTree(text);
        return body.has("prompt")
                ? body.toString()
                : body.put("prompt", "a smiley face").toString();
    }

    private JsonNode submitted(String body) {
        var answer = calls.post("/api/v1/jobs", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return json(answer).get("request");
    }
}
