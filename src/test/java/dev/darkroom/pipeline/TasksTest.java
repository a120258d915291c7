package dev.darkroom.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.darkroom.generation.GenerationDraft;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.image.ImageLimits;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureDecoder;
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
    }

    @AfterAll
    static void stop() throws InterruptedException {
        fixture.close();
    }

    static List<String> tasks() {
        return List.of(
                "'count':2,'variation':{'seed':7,'strength':0.3}",
                "'sampler':'euler_ancestral','width':160,'variation':{'resize_from':{'width':128,'height':128}}",
                "'tiling':'y','hires':{'scale':1.5,'upscaler':'latent-bicubic'}",
                "'count':2,'sampler':'dpmpp_sde','hires':{'scale':1.25,'upscaler':'lanczos','steps':3}");
    }

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

    @Test
    void aHighResolutionPictureHasTheLargeSize() {
        assertThat(picture(draw("'hires':{'scale':1.5}")).size()).hasToString("192x192");
    }

    private static byte[] draw(String task) {
        return files(generate(request(task))).get(0);
    }

    private static Generation generate(GenerationRequest request) {
        return fixture.pipeline().generate(request, GenerationMonitor.none());
    }

    /** A request of few steps; {@code task} goes before what else it says. */
    private static GenerationRequest request(String task) {
        String given = "{" + task + "}";
        String usual = "{'prompt':'a smiley face','seed':42,'steps':4}";
        var body = (tools.jackson.databind.node.ObjectNode) JSON.readTree(usual.replace('\'', '"'));
        JSON.readTree(given.replace('\'', '"')).forEachEntry(body::set);
        return fixture.resolve(JSON.treeToValue(body, GenerationDraft.class));
    }

    private static List<byte[]> files(Generation generation) {
        return generation.images().stream().map(Generation.Image::bytes).toList();
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
