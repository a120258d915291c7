package dev.darkroom.api.v1;

import static dev.darkroom.api.ApiCalls.json;
import static dev.darkroom.api.ProblemAnswer.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.api.ApiCalls;
import dev.darkroom.api.FakeJobs;
import dev.darkroom.api.OnApiServer;
import dev.darkroom.generation.ImageFormat;
import dev.darkroom.generation.Size;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureEncoder;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The fields of each task: what is filled in, what is refused. */
@OnApiServer
class TasksIT {

    private static final JsonMapper JSON = new JsonMapper();
    /** Plain yellow, 8 x 8. */
    private static final String PICTURE =
            "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mP4f50BK2IYWhIAKTp1ga" + "uHiA8AAAAASUVORK5CYII=";

    private final FakeJobs jobs;
    private final ApiCalls calls;

    @Autowired
    TasksIT(FakeJobs jobs, @LocalServerPort int port) {
        this.jobs = jobs;
        this.calls = new ApiCalls(port);
    }

    @BeforeEach
    void emptyQueue() {
        jobs.reset();
    }

    static Stream<Arguments> tasks() {
        return Stream.of(
                task("{'variation':{'seed':7,'strength':0.25}}", "{'variation':{'seed':7,'strength':0.25}}"),
                task(
                        "{'variation':{'strength':0,'seed':3,'resize_from':{'width':64,'height':96}}}",
                        "{'variation':{'seed':3,'strength':0.0,'resize_from':{'width':64,'height':96}}}"),
                task(
                        "{'image':'PICTURE','width':64,'height':64,'denoise':{}}",
                        "{'denoise':{},'guidance_scale':1.0,'sampler':'dpmpp_2m'}"),
                task(
                        "{'image':'PICTURE','width':64,'height':64,'denoise':{'noise_level':25},'guidance_scale':3}",
                        "{'denoise':{'noise_level':25.0},'guidance_scale':3.0}"),
                task(
                        "{'image':'PICTURE','prompt':'x','steps':12,'inversion':{}}",
                        "{'inversion':{'steps':12,'guidance':1.0,'iterations':3},'sampler':'ddim'}"),
                task("{'interpolation':{'to_seed':5}}", "{'interpolation':{'to_seed':5,'frames':8},'count':1}"),
                task("{'interpolation':{'to_prompt':'y','at':0.25}}", "{'interpolation':{'to_prompt':'y','at':0.25}}"),
                task(
                        "{'guidance':{'interval':[0,0.5],'apg':{},'dynamic_thresholding':{}}}",
                        "{'guidance':{'interval':[0.0,0.5],'apg':{'eta':0.0,'norm_threshold':15.0},"
                                + "'dynamic_thresholding':{'ratio':0.995,'range':3.0}}}"),
                task(
                        "{'negative_prompt':'n','guidance':{'perp_neg':true}}",
                        "{'guidance':{'perp_neg':true,'perp_neg_scale':1.0}}"),
                task("{'guidance':{'zero_star':true}}", "{'guidance':{'zero_star':true}}"),
                task(
                        "{'sampler':'Heun','sampler_options':{'s_churn':3,'s_tmax':5}}",
                        "{'sampler_options':{'s_churn':3.0,'s_tmax':5.0},'sampler':'heun'}"),
                task(
                        "{'sampler':'ddpm','sampler_options':{'variance_type':'fixed_large','timestep_spacing':'trailing'}}",
                        "{'sampler_options':{'variance_type':'fixed_large','timestep_spacing':'trailing'}}"),
                task("{'tiling':'x'}", "{'tiling':'x'}"),
                task(
                        "{'hires':{}}",
                        "{'hires':{'width':256,'height':256,'upscaler':'latent-bilinear','steps':20,'strength':0.7}}"),
                task(
                        "{'width':96,'height':64,'steps':5,'hires':{'scale':1.5,'upscaler':'Latent (bicubic antialiased)'}}",
                        "{'hires':{'width':144,'height':96,'upscaler':'latent-bicubic-antialiased','steps':5,'strength':0.7}}"),
                task(
                        "{'width':96,'height':64,'hires':{'width':192,'upscaler':'Lanczos','steps':8,'strength':1}}",
                        "{'hires':{'width':192,'height':128,'upscaler':'lanczos','steps':8,'strength':1.0}}"));
    }

    private static Arguments task(String given, String filledIn) {
        return Arguments.of(given, filledIn);
    }

    @ParameterizedTest
    @MethodSource("tasks")
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
                "{'denoise':{}}                                 | denoise                      | add image",
                "{'inversion':{}}                               | inversion                    | add image",
                "{'image':'PICTURE','denoise':{'noise_level':256}} | denoise.noise_level       | 0 to 255",
                "{'image':'PICTURE','inversion':{'iterations':11}} | inversion.iterations      | 1 to 10",
                "{'image':'PICTURE','inversion':{'guidance':-1}} | inversion.guidance          | 0 to 50",
                "{'interpolation':{}}                           | interpolation                | leads nowhere",
                "{'interpolation':{'to_seed':-1}}               | interpolation.to_seed        | give a whole number",
                "{'interpolation':{'to_seed':1,'frames':1}}     | interpolation.frames         | 2 to 64",
                "{'interpolation':{'to_seed':1,'frames':65}}    | interpolation.frames         | 2 to 64",
                "{'interpolation':{'to_seed':1,'at':2}}         | interpolation.at             | 0 to 1",
                "{'interpolation':{'to_seed':1,'at':1,'frames':3}} | interpolation.at          | leave one",
                "{'guidance':{'interval':[0.5]}}                | guidance.interval            | two shares",
                "{'guidance':{'interval':[0.5,0.5]}}            | guidance.interval            | smaller one first",
                "{'guidance':{'interval':[-1,0.5]}}             | guidance.interval            | two shares",
                "{'guidance':{'apg':{'eta':2}}}                 | guidance.apg.eta             | 0 to 1",
                "{'guidance':{'apg':{'momentum':1}}}            | guidance.apg.momentum        | not a field",
                "{'guidance':{'perp_neg_scale':1}}              | guidance.perp_neg_scale      | without perp_neg",
                "{'guidance':{'dynamic_thresholding':{'ratio':0}}} | guidance.dynamic_thresholding.ratio | 0.5 to 1",
                "{'sampler_options':{'snr':2}}                  | sampler_options.snr          | 0.001 to 1",
                "{'sampler_options':{'tolerance':0}}            | sampler_options.tolerance    | 0.000001 to 0.1",
                "{'sampler_options':{'langevin_steps':21}}      | sampler_options.langevin_steps | 1 to 20",
                "{'sampler_options':{'s_tmin':3,'s_tmax':2}}    | sampler_options.s_tmin       | not be above s_tmax",
                "{'sampler_options':{'variance_type':'learned'}} | sampler_options.variance_type | fixed_small, fixed_large",
                "{'sampler_options':{'s_chrun':3}}              | sampler_options.s_chrun      | did you mean s_churn",
                "{'tiling':'z'}                                 | tiling                       | none, x, y, both",
                "{'variation':{}}                               | variation                    | nothing to do",
                "{'variation':{'seed':3}}                       | variation                    | nothing to do",
                "{'variation':{'strength':1.5}}                 | variation.strength           | 0 to 1",
                "{'variation':{'strength':0.1,'seed':-1}}       | variation.seed               | give a whole number",
                "{'variation':{'strength':0.1,'sed':1}}         | variation.sed                | did you mean seed",
                "{'variation':{'resize_from':{'width':64}}}     | variation.resize_from.height | missing",
                "{'variation':{'resize_from':{'width':63,'height':64}}} | variation.resize_from.width | multiple of 8",
                "{'hires':{'scale':0.5}}                        | hires.scale                  | 1 to 8",
                "{'hires':{'scale':2,'width':256}}              | hires.scale                  | leave one",
                "{'hires':{'width':250}}                        | hires.width                  | multiple of 8",
                "{'hires':{'width':64}}                         | hires.width                  | from 128",
                "{'hires':{'width':1024,'height':256}}          | hires                        | proportions",
                "{'hires':{'upscaler':'latent-bicubik'}}        | hires.upscaler               | did you mean latent-bicubic",
                "{'hires':{'steps':0}}                          | hires.steps                  | 1 to 150",
                "{'hires':{'strength':-1}}                      | hires.strength               | 0 to 1",
                "{'width':1024,'height':1024,'hires':{'scale':4}} | hires                      | 2048"
            })
    void refusesWhatItCannotTake(String given, String field, String message) {
        JsonNode problem = problem(calls.post("/api/v1/jobs", body(given)), 400, "/problems/invalid-request");
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(problem.at("/errors/0/message").asString()).contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'interpolation':{'to_seed':1},'count':3}                 | count     | interpolation",
                "{'interpolation':{'to_seed':1},'trajectory':true}         | trajectory | interpolation",
                "{'interpolation':{'to_seed':1},'variation':{'strength':1}} | variation | interpolation",
                "{'interpolation':{'to_seed':1},'denoise':{},'image':'PICTURE'} | interpolation | denoise",
                "{'guidance':{'apg':{},'zero_star':true}}                  | guidance.zero_star | guidance.apg",
                "{'guidance':{'apg':{}},'guidance_rescale':0.5}            | guidance_rescale | guidance.apg",
                "{'hires':{},'image':'PICTURE'}                            | hires     | image",
                "{'denoise':{},'inversion':{},'image':'PICTURE'}           | denoise   | inversion",
                "{'denoise':{},'hires':{},'image':'PICTURE'}               | hires     | denoise",
                "{'denoise':{},'strength':0.5,'image':'PICTURE'}           | strength  | denoise",
                "{'inversion':{},'count':2,'image':'PICTURE'}              | count     | inversion",
                "{'inversion':{},'variation':{'strength':1},'image':'PICTURE'} | variation | inversion"
            })
    void refusesWhatMakesNoSenseTogether(String given, String field, String other) {
        JsonNode problem = problem(calls.post("/api/v1/jobs", body(given)), 422, "/problems/contradictory-request");
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(problem.at("/errors/0/message").asString()).contains("together with " + other);
        assertThat(jobs.submissions()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'guidance':{'zero_star':true},'guidance_scale':1} | guidance          | above 1",
                "{'guidance':{'perp_neg':true}}                     | guidance.perp_neg | negative_prompt"
            })
    void refusesGuidanceThatHasNothingToGuide(String given, String field, String message) {
        JsonNode problem = problem(calls.post("/api/v1/jobs", body(given)), 422, "/problems/contradictory-request");
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(problem.at("/errors/0/message").asString()).contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'sampler':'dpmpp_2m','sampler_options':{'s_churn':3}} | s_churn | such as euler, heun, dpm_2",
                "{'sampler':'euler','sampler_options':{'snr':0.1}}      | snr     | such as predictor_corrector",
                "{'sampler':'euler','schedule':'karras','sampler_options':{'timestep_spacing':'leading'}} | timestep_spacing | schedule default",
                "{'sampler':'euler','sampler_options':{'shift':3}}      | shift   | has no shift"
            })
    void refusesOptionsThatTheSamplerDoesNotTake(String given, String option, String message) {
        JsonNode problem = problem(calls.post("/api/v1/jobs", body(given)), 422, "/problems/contradictory-request");
        assertThat(problem.at("/errors/0/field").asString()).isEqualTo("sampler_options." + option);
        assertThat(problem.at("/errors/0/message").asString()).contains(message);
    }

    @Test
    void inversionRefusesASamplerThatAddsNoise() {
        for (String how : List.of(
                "'sampler':'euler_ancestral'", "'eta':0.5", "'sampler':'euler','sampler_options':{'s_churn':5}")) {
            String given = "{'image':'PICTURE','inversion':{}," + how + "}";
            JsonNode problem = problem(calls.post("/api/v1/jobs", body(given)), 422, "/problems/contradictory-request");
            assertThat(problem.at("/errors/0/field").asString()).isEqualTo("sampler");
        }
    }

    @Test
    void tasksThatGiveAPictureBackKeepItsSizeAndNeedNoPrompt() {
        String picture = Base64.getEncoder().encodeToString(png(new Size(100, 72)));
        String given = "{\"prompt\":\"\",\"denoise\":{},\"image\":\"" + picture + "\"}";
        JsonNode request = submitted(given);
        assertThat(request.get("width").asInt()).isEqualTo(96);
        assertThat(request.get("height").asInt()).isEqualTo(72);
        assertThat(request.has("strength")).isFalse();
    }

    private static byte[] png(Size size) {
        Picture grey = Picture.rgb(size, new byte[(int) size.pixels() * 3]);
        return new PictureEncoder().encode(grey, ImageFormat.PNG, 90, Map.of());
    }

    private static String body(String given) {
        ObjectNode body = (ObjectNode) JSON.readTree(given.replace('\'', '"').replace("PICTURE", PICTURE));
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
