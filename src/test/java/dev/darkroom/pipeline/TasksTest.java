package dev.darkroom.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.darkroom.generation.GenerationDraft;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.image.ImageLimits;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureDecoder;
import dev.darkroom.image.PixelDifference;
import dev.darkroom.image.PngText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** What every task has to keep to, with the embedded model. */
class TasksTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    @TempDir
    static Path scratch;

    private static PipelineFixture fixture;

    @BeforeAll
    static void start() {
        fixture = new PipelineFixture(scratch, null);
        source = fixture.keep(draw("'seed':8"));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        fixture.close();
    }

    static List<String> tasks() {
        String image = "'image':'" + MaskPictures.inline(MaskPictures.colours(120, 90)) + "',";
        String mask = "'mask':'" + MaskPictures.inline(MaskPictures.box(120, 90, 20, 20, 70, 60)) + "',";
        return List.of(
                "'interpolation':{'to_prompt':'a red heart','to_seed':9,'frames':3}",
                "'sampler':'euler_ancestral','interpolation':{'to_seed':9,'frames':2},'hires':{'scale':1.25}",
                "'image':'SOURCE','steps':8,'denoise':{'noise_level':200}",
                "'image':'SOURCE','inversion':{'prompt':'a face','iterations':2},'tiling':'x'",
                "'guidance':{'interval':[0.2,0.8],'dynamic_thresholding':{'range':2}}",
                "'negative_prompt':'blue','guidance':{'perp_neg':true}",
                "'guidance':{'apg':{}}",
                image + mask + "'count':2,'sampler':'euler_ancestral','strength':1,'inpaint':{'fill':'noise'}",
                image + mask + "'inpaint':{'region':'masked','padding':8,'resample':{'jump_length':2,'jumps':1}}",
                image + "'sampler':'dpmpp_sde','outpaint':{'left':24,'bottom':16}",
                "'count':2,'variation':{'seed':7,'strength':0.3}",
                "'sampler':'euler_ancestral','width':160,'variation':{'resize_from':{'width':128,'height':128}}",
                "'tiling':'y','hires':{'scale':1.5,'upscaler':'latent-bicubic'}",
                "'count':2,'sampler':'dpmpp_sde','hires':{'scale':1.25,'upscaler':'lanczos','steps':3}");
    }

    private static String source;

    @ParameterizedTest
    @MethodSource("tasks")
    void bytesDoNotDependOnWhatElseIsInTheBatch(String task) throws Exception {
        List<byte[]> alone = files(generate(request(task)));
        ExecutorService jobs = Executors.newFixedThreadPool(3);
        try {
            List<Callable<List<byte[]>>> work = new ArrayList<>();
            for (String each : List.of(task, "'seed':77", "'seed':78,'sampler':'heun'")) {
                work.add(() -> files(generate(request(each))));
            }
            List<Future<List<byte[]>>> done = jobs.invokeAll(work);
            assertSame(done.get(0).get(), alone);
        } finally {
            jobs.shutdownNow();
        }
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void anInterruptedRunGoesOnWhereItWas(String task) {
        GenerationRequest request = request(task);
        RecordingMonitor whole = new RecordingMonitor();
        Generation expected = fixture.pipeline().generate(request, whole);
        RecordingMonitor interrupted = new RecordingMonitor(java.util.Map.of(), whole.evaluations() * 3 / 4);
        assertThatThrownBy(() -> fixture.pipeline().generate(request, interrupted))
                .isInstanceOf(GenerationCancelledException.class);
        RecordingMonitor resumed = new RecordingMonitor(interrupted.records(), Integer.MAX_VALUE);
        assertSame(files(fixture.pipeline().generate(request, resumed)), files(expected));
        assertThat(interrupted.evaluations()).isPositive();
        assertThat(resumed.evaluations()).isEqualTo(whole.evaluations() - interrupted.evaluations());
        assertThat(whole.steps()).contains(whole.steps().size());
        assertThat(whole.previews()).hasSameSizeAs(whole.steps());
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void whatAFileSaysMakesItsPictureAgain(String task) {
        for (byte[] file : files(generate(request(task)))) {
            String noted = JSON.readTree(PngText.read(file).get(PngText.DARKROOM))
                    .get("request")
                    .toString();
            GenerationRequest again = fixture.resolve(JSON.readValue(noted, GenerationDraft.class));
            assertThat(picture(files(generate(again)).get(0))).isEqualTo(picture(file));
        }
    }

    @Test
    void variationsOfStrengthZeroAndOneAreThePicturesOfTheirSeeds() {
        byte[] own = draw("'seed':1");
        byte[] other = draw("'seed':2");
        assertThat(picture(draw("'seed':1,'variation':{'seed':2,'strength':0}")))
                .isEqualTo(picture(own));
        assertThat(picture(draw("'seed':1,'variation':{'seed':2,'strength':1}")))
                .isEqualTo(picture(other));
    }

    /** Seed and prompt are a fixed point in latent space: the way between two of them begins and ends exactly there. */
    @ParameterizedTest
    @ValueSource(strings = {"dpmpp_2m", "euler_ancestral"})
    void theWayFromOnePictureToAnotherBeginsAndEndsWithThem(String sampler) {
        String with = "'sampler':'" + sampler + "',";
        List<byte[]> frames = files(
                generate(
                        request(
                                with
                                        + "'seed':1,'interpolation':{'to_seed':2,'to_prompt':'a red heart on a white background','frames':5}")));
        assertThat(picture(frames.get(0))).isEqualTo(picture(draw(with + "'seed':1")));
        assertThat(picture(frames.get(4)))
                .isEqualTo(picture(draw(with + "'seed':2,'prompt':'a red heart on a white background'")));
        double whole = distance(frames.get(0), frames.get(4));
        for (int i = 1; i < 5; i++) {
            assertThat(distance(frames.get(i - 1), frames.get(i)))
                    .as("step " + i)
                    .isPositive()
                    .isLessThan(whole);
        }
    }

    @Test
    void guidanceWithinAnIntervalAsksTheNetworkForFewerRows() {
        byte[] all = draw("'guidance':{'interval':[0,1]}");
        assertThat(picture(all)).isEqualTo(picture(draw("'seed':42")));
        byte[] none = draw("'guidance_scale':1");
        byte[] late = draw("'guidance':{'interval':[0.99,1]}");
        assertThat(picture(late)).isEqualTo(picture(none));
        assertThat(distance(draw("'guidance':{'interval':[0.25,0.75]}"), all)).isPositive();
    }

    @Test
    void everyKindOfGuidanceDrawsAnotherPicture() {
        List<byte[]> drawn = new ArrayList<>();
        for (String kind : List.of(
                "'apg':{}",
                "'apg':{'eta':1,'norm_threshold':1}",
                "'perp_neg':true",
                "'zero_star':true",
                "'dynamic_thresholding':{'range':1}")) {
            drawn.add(draw("'negative_prompt':'blue','guidance':{" + kind + "}"));
        }
        assertThat(drawn.stream().map(TasksTest::picture).distinct()).hasSize(drawn.size());
        assertThat(distance(draw("'guidance':{'apg':{'eta':1,'norm_threshold':0}}"), draw("'seed':42")))
                .as("with nothing projected away it is plain guidance")
                .isLessThan(0.5);
    }

    @Test
    void aHighResolutionPictureHasTheLargeSize() {
        assertThat(picture(draw("'hires':{'scale':1.5}")).size()).hasToString("384x384");
    }

    private static byte[] draw(String task) {
        return files(generate(request(task))).get(0);
    }

    private static Generation generate(GenerationRequest request) {
        return fixture.pipeline().generate(request, GenerationMonitor.none());
    }

    /** A request of few steps; {@code task} goes before what else it says. */
    private static GenerationRequest request(String task) {
        String given = "{" + task.replace("SOURCE", String.valueOf(source)) + "}";
        String usual = "{'prompt':'a smiley face','seed':42,'steps':4}";
        var body = (tools.jackson.databind.node.ObjectNode) JSON.readTree(usual.replace('\'', '"'));
        JSON.readTree(given.replace('\'', '"')).forEachEntry(body::set);
        return fixture.resolve(JSON.treeToValue(body, GenerationDraft.class));
    }

    private static List<byte[]> files(Generation generation) {
        return generation.images().stream().map(Generation.Image::bytes).toList();
    }

    /** Mean difference of samples. */
    private static double distance(byte[] a, byte[] b) {
        return PixelDifference.between(picture(a), picture(b)).mean();
    }

    private static Picture picture(byte[] file) {
        return new PictureDecoder(ImageLimits.defaults()).decode(file);
    }

    private static void assertSame(List<byte[]> actual, List<byte[]> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.size(); i++) {
            assertThat(actual.get(i)).as("picture " + i).isEqualTo(expected.get(i));
        }
    }
}
