package dev.darkroom.pipeline;

import static dev.darkroom.pipeline.PipelineFixture.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.denoise.plan.SamplerCatalog;
import dev.darkroom.denoise.plan.SamplerEntry;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.GenerationRequestBuilder;
import dev.darkroom.generation.SamplingBuilder;
import dev.darkroom.generation.SourceImage;
import dev.darkroom.image.ImageLimits;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureDecoder;
import dev.darkroom.image.PngText;
import dev.darkroom.image.Tiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole way from request to file with the embedded model. */
class DiffusionPipelineTest {

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

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() {
        assertThat(draw(request("euler", 42, 1))).isEqualTo(draw(request("euler", 42, 1)));
        assertThat(draw(request("euler", 43, 1))).isNotEqualTo(draw(request("euler", 42, 1)));
    }

    @Test
    void aFilmEndsWithThePictureAndLeavesItsBytesAsTheyAre() {
        GenerationRequest request = request("dpmpp_2m", 42, 2);
        Generation plain = fixture.pipeline().generate(request, GenerationMonitor.none());
        Generation filmed = fixture.pipeline()
                .generate(
                        GenerationRequestBuilder.builder(request)
                                .trajectory(true)
                                .build(),
                        GenerationMonitor.none());
        assertThat(plain.films()).isEmpty();
        assertThat(filmed.films()).hasSize(2);
        PictureDecoder decoder = new PictureDecoder(ImageLimits.defaults());
        for (int i = 0; i < 2; i++) {
            assertThat(filmed.images().get(i).bytes())
                    .isEqualTo(plain.images().get(i).bytes());
            Generation.Film film = filmed.films().get(i);
            assertThat(film.steps()).containsExactly(0, 1, 2, 3, 4, 5, 6);
            List<Picture> tiles = Tiles.cut(decoder.decode(film.bytes()), film.size());
            Picture picture = decoder.decode(filmed.images().get(i).bytes());
            assertThat(tiles).hasSize(14).last().isEqualTo(picture);
            assertThat(tiles.get(12)).isEqualTo(picture);
            assertThat(tiles.get(0)).isNotEqualTo(picture);
        }
    }

    @Test
    void pictureIOfARequestIsThePictureOfItsOwnSeed() {
        Generation together = fixture.pipeline().generate(request("euler_ancestral", 100, 3), GenerationMonitor.none());
        for (int i = 0; i < 3; i++) {
            assertThat(together.images().get(i).seed()).isEqualTo(100 + i);
            assertThat(together.images().get(i).bytes()).isEqualTo(draw(request("euler_ancestral", 100 + i, 1)));
        }
    }

    @Test
    void bytesDoNotDependOnWhatElseIsInTheBatch() throws Exception {
        byte[] alone = draw(request("dpmpp_2m", 7, 1));
        ExecutorService jobs = Executors.newFixedThreadPool(6);
        try {
            List<Callable<byte[]>> others = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                String sampler = List.of("dpmpp_2m", "euler", "heun").get(i % 3);
                long seed = i == 0 ? 7 : 1000 + i;
                others.add(() -> draw(request(sampler, seed, 1 + (int) (seed % 2))));
            }
            List<Future<byte[]>> results = jobs.invokeAll(others);
            for (Future<byte[]> result : results) {
                assertThat(result.get()).isNotEmpty();
            }
            assertThat(results.get(0).get()).isEqualTo(alone);
        } finally {
            jobs.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dpmpp_2m", "euler_ancestral", "dpmpp_sde"})
    void anInterruptedRunGoesOnWhereItWasAndGivesTheSameBytes(String sampler) {
        GenerationRequest request = request(sampler, 5, 2);
        RecordingMonitor whole = new RecordingMonitor();
        byte[] expected = bytes(fixture.pipeline().generate(request, whole), 1);

        RecordingMonitor interrupted = new RecordingMonitor(java.util.Map.of(), 7);
        assertThatThrownBy(() -> fixture.pipeline().generate(request, interrupted))
                .isInstanceOf(GenerationCancelledException.class);
        RecordingMonitor resumed = new RecordingMonitor(interrupted.records(), Integer.MAX_VALUE);
        byte[] actual = bytes(fixture.pipeline().generate(request, resumed), 1);

        assertThat(actual).isEqualTo(expected);
        assertThat(interrupted.evaluations()).isPositive();
        assertThat(resumed.evaluations()).isEqualTo(whole.evaluations() - interrupted.evaluations());
    }

    @Test
    void cancellationTakesEffectBeforeTheNextEvaluation() {
        RecordingMonitor monitor = new RecordingMonitor(java.util.Map.of(), 2);
        assertThatThrownBy(() -> fixture.pipeline().generate(request("euler", 1, 1), monitor))
                .isInstanceOf(GenerationCancelledException.class);
        assertThat(monitor.evaluations()).isEqualTo(2);
    }

    @Test
    void everyStepIsToldAndShown() {
        RecordingMonitor monitor = new RecordingMonitor();
        fixture.pipeline().generate(request("euler", 1, 2), monitor);
        assertThat(monitor.steps()).hasSize(12).contains(1, 12);
        assertThat(monitor.previews())
                .hasSize(12)
                .allSatisfy(jpeg -> assertThat(jpeg).startsWith(0xff, 0xd8));
    }

    @Test
    void theGreaterTheStrengthTheFartherFromItsSource() {
        byte[] original = draw(GenerationRequestBuilder.builder(request("euler", 9, 1))
                .prompt("a green star on a blue background")
                .build());
        String reference = fixture.keep(original);
        double[] distances = DoubleStream.of(0, 0.5, 1)
                .map(strength ->
                        meanDifference(original, draw(request("euler", 77, 1, new SourceImage(reference, strength)))))
                .toArray();
        assertThat(distances[0]).isLessThan(13);
        assertThat(distances).isSorted().doesNotHaveDuplicates();
    }

    /** A picture with a number that is none would be an error; a sampler that cannot run this model says so before. */
    @Test
    void everySamplerThatCanRunTheModelDrawsAPicture() {
        CatalogChoices choices = fixture.choices();
        List<String> drawn = new ArrayList<>();
        for (SamplerEntry sampler : SamplerCatalog.all()) {
            GenerationRequest request = request(sampler.name(), 3, 1);
            if (choices.misfit(request).isEmpty()) {
                assertThat(draw(request)).as(sampler.name()).isNotEmpty();
                drawn.add(sampler.name());
            }
        }
        assertThat(drawn)
                .contains("euler", "ddim", "dpmpp_2m", "deis", "uni_pc", "lcm")
                .hasSizeGreaterThan(20);
    }

    @Test
    void aModelThatWasTakenAwayWhileItsJobWaitedFailsInWords() {
        GenerationRequest gone = GenerationRequestBuilder.builder(request("euler", 1, 1))
                .model("gone")
                .build();
        assertThatThrownBy(() -> draw(gone))
                .isInstanceOf(GenerationFailedException.class)
                .hasMessageContaining("there is no model 'gone'");
    }

    @Test
    void aSourcePictureThatIsGoneSaysSo() {
        SourceImage gone = new SourceImage("sha256:" + "0".repeat(64), 0.5);
        assertThatThrownBy(() -> draw(request("euler", 1, 1, gone)))
                .isInstanceOf(GenerationFailedException.class)
                .hasMessageContaining("send it again");
    }

    @Test
    void theFileSaysHowItWasMade() {
        byte[] file = draw(request("euler", 42, 1));
        assertThat(PngText.read(file).get("parameters"))
                .startsWith(
                        "a smiley face\nSteps: 6, Sampler: Euler, Schedule type: Default, CFG scale: 4.0, Seed: 42");
        assertThat(PngText.read(file).get("darkroom"))
                .contains("\"seed\":42")
                .contains("\"placement\":\"fp32 on cpu\"");
    }

    @ParameterizedTest
    @CsvSource({
        "a smiley face, 42, a-smiley-face-42.png",
        "a red circle on a blue background, 1, a-red-circle-on-a-blue-background-1.png",
        "a sad blue smiley on a yellow background, 7, a-sad-blue-smiley-on-a-yellow-background-7.png",
        "a green star, 9, a-green-star-9.png"
    })
    void theEmbeddedModelDrawsWhatTheReferenceDraws(String prompt, long seed, String expected) throws IOException {
        GenerationRequest few = request("dpmpp_2m", seed, 1);
        GenerationRequest request = GenerationRequestBuilder.builder(few)
                .prompt(prompt)
                .sampling(SamplingBuilder.builder(few.sampling()).steps(20).build())
                .build();
        try (var file = DiffusionPipelineTest.class.getResourceAsStream("/embedded/" + expected)) {
            assertThat(largestDifference(file.readAllBytes(), draw(request))).isLessThanOrEqualTo(2);
        }
    }

    private static byte[] draw(GenerationRequest request) {
        return bytes(fixture.pipeline().generate(request, GenerationMonitor.none()), 0);
    }

    private static byte[] bytes(Generation generation, int index) {
        return generation.images().get(index).bytes();
    }

    private static double meanDifference(byte[] a, byte[] b) {
        byte[] left = samples(a);
        byte[] right = samples(b);
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += Math.abs((left[i] & 0xff) - (right[i] & 0xff));
        }
        return sum / left.length;
    }

    private static int largestDifference(byte[] a, byte[] b) {
        byte[] left = samples(a);
        byte[] right = samples(b);
        int largest = 0;
        for (int i = 0; i < left.length; i++) {
            largest = Math.max(largest, Math.abs((left[i] & 0xff) - (right[i] & 0xff)));
        }
        return largest;
    }

    private static byte[] samples(byte[] file) {
        return new PictureDecoder(ImageLimits.defaults()).decode(file).samples();
    }
}
