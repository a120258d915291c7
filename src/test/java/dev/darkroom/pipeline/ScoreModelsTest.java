package dev.darkroom.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.generation.ContradictoryRequestException;
import dev.darkroom.generation.Denoise;
import dev.darkroom.generation.GenerationDraftBuilder;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.Inversion;
import dev.darkroom.generation.LikelihoodRequest;
import dev.darkroom.generation.Size;
import dev.darkroom.image.ImageLimits;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureDecoder;
import dev.darkroom.image.Tiles;
import dev.darkroom.model.ModelSpace;
import dev.darkroom.training.run.ToyRuns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A score model as {@code darkroom train} writes it, from request to file. */
class ScoreModelsTest {

    private static final PictureDecoder DECODER = new PictureDecoder(ImageLimits.defaults());
    private static final Size SIZE = new Size(16, 16);
    private static final int UPDATES = 12;

    @TempDir
    static Path scratch;

    private static PipelineFixture fixture;

    /** The folder of a run lies beside its log and samples; the model is its sub-folder. */
    @BeforeAll
    static void train() throws Exception {
        ToyRuns.train(ToyRuns.pixels(scratch, "score", "run", UPDATES, Map.of("classes", "object")), false);
        fixture = new PipelineFixture(scratch, scratch.resolve("run"));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        fixture.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ve_predictor_corrector, predictor_corrector",
        "ve_annealed_langevin, annealed_langevin",
        "ve_reverse_sde, reverse_sde",
        "ve_probability_flow, probability_flow"
    })
    void eachSamplerOfItsSdeDraws(String sampler, String common) {
        Picture picture = draw(heart().sampler(sampler));
        assertThat(picture.size()).isEqualTo(SIZE);
        assertThat(draw(heart().sampler(common))).isEqualTo(picture);
        assertThat(draw(heart().sampler(sampler).seed(2L))).isNotEqualTo(picture);
    }

    @Test
    void labelAndGuidanceMakeADifference() {
        Picture usual = draw(heart());
        assertThat(draw(heart().label("smiley"))).isNotEqualTo(usual);
        assertThat(draw(heart().guidanceScale(1.0))).isNotEqualTo(usual);
        assertThat(draw(heart().label(null))).isNotEqualTo(usual);
    }

    /** The first tile of the last sample, drawn by the sampler of the scheduler. */
    @Test
    void theServiceDrawsWhatTheTrainingDrew() throws Exception {
        byte[] sample = Files.readAllBytes(scratch.resolve("run/samples/step-0000012.png"));
        byte[] drawn = Tiles.cut(DECODER.decode(sample), SIZE).get(0).samples();
        String label = model().conditioning().labels().get(0);
        byte[] served = draw(heart().label(label).seed(0L).steps(null)).samples();
        for (int i = 0; i < served.length; i++) {
            assertThat((double) (served[i] & 0xff)).isCloseTo(drawn[i] & 0xff, within(2.0));
        }
    }

    @Test
    void itSaysWhatItIs() {
        assertThat(model().space()).isEqualTo(ModelSpace.PIXEL);
        assertThat(model().sampler()).isEqualTo("ve_predictor_corrector");
        assertThat(model().steps()).isEqualTo(5);
        assertThat(model().conditioning().labels()).contains("heart", "smiley");
    }

    @ParameterizedTest
    @ValueSource(strings = {"euler", "ddim", "vp_reverse_sde", "dpmpp_2m"})
    void otherSamplersAreRefusedWithThoseThatFit(String sampler) {
        assertThatThrownBy(() -> fixture.resolve(heart().sampler(sampler).build()))
                .isInstanceOf(ContradictoryRequestException.class)
                .hasMessageContaining("sampler: sampler " + sampler + " cannot run this model")
                .hasMessageContaining("ve_predictor_corrector")
                .hasMessageContaining("ve_probability_flow");
    }

    @Test
    void picturesGoInToo() {
        Picture colours = MaskPictures.colours(16, 16);
        GenerationDraftBuilder same = heart().image(MaskPictures.inline(colours));
        assertThat(draw(same.strength(0.0))).isEqualTo(colours);
        assertThat(draw(same.strength(0.4))).isNotEqualTo(colours);
        Picture right = MaskPictures.box(16, 16, 8, 0, 16, 16);
        byte[] painted =
                draw(same.mask(MaskPictures.inline(right)).strength(1.0)).samples();
        for (int i = 0; i < painted.length; i++) {
            if (i / 3 % 16 < 4) {
                assertThat(painted[i]).isEqualTo(colours.samples()[i]);
            }
        }
        assertThat(painted).isNotEqualTo(colours.samples());
    }

    @Test
    void theNoiseOfAPictureIsFoundByTheFlow() {
        GenerationDraftBuilder draft = heart().image(MaskPictures.inline(MaskPictures.colours(16, 16)))
                .inversion(new Inversion.Draft(null, null, null, null));
        GenerationRequest request = fixture.resolve(draft.build());
        assertThat(request.sampling().sampler()).isEqualTo("ve_probability_flow");
        Generation generation = fixture.pipeline().generate(request, GenerationMonitor.none());
        assertThat(generation.report().get("noise_std")).isBetween(0.2, 5.0);
        assertThat(generation.report().get("psnr")).isFinite();
    }

    @Test
    void noiseIsTakenOutOfAPicture() {
        GenerationDraftBuilder draft =
                heart().image(MaskPictures.inline(MaskPictures.colours(16, 16))).denoise(new Denoise.Draft(25.5));
        Generation generation = fixture.pipeline().generate(fixture.resolve(draft.build()), GenerationMonitor.none());
        assertThat(generation.report().get("start_sigma"))
                .as("a tenth of the way from black to white, but for what is clamped")
                .isBetween(0.08, 0.11);
    }

    @Test
    void aPictureHasALikelihood() {
        String picture = fixture.keep(MaskPictures.png(MaskPictures.colours(16, 16)));
        LikelihoodEstimate estimate = fixture.likelihood()
                .estimate(new LikelihoodRequest("model", picture, "", "heart", 1, 0.1, 42, SIZE), () -> false);
        assertThat(estimate.bitsPerDimension()).isFinite();
        assertThat(estimate.warnings())
                .anyMatch(warning -> warning.contains("from 0 to 1") && warning.contains("8 more"));
        assertThat(estimate.dimensions()).isEqualTo(3 * 16 * 16);
    }

    private static ModelChoice model() {
        return fixture.choices().models().stream()
                .filter(choice -> choice.id().equals("model"))
                .findFirst()
                .orElseThrow();
    }

    private static GenerationDraftBuilder heart() {
        return GenerationDraftBuilder.builder()
                .model("model")
                .label("heart")
                .seed(1L)
                .steps(6);
    }

    private static Picture draw(GenerationDraftBuilder draft) {
        GenerationRequest request = fixture.resolve(draft.build());
        return DECODER.decode(fixture.pipeline()
                .generate(request, GenerationMonitor.none())
                .images()
                .get(0)
                .bytes());
    }
}
