package dev.darkroom.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.denoise.noise.LatentShape;
import dev.darkroom.generation.Denoise;
import dev.darkroom.generation.GenerationDraftBuilder;
import dev.darkroom.generation.ImageFormat;
import dev.darkroom.generation.Inversion;
import dev.darkroom.generation.Size;
import dev.darkroom.image.ImageLimits;
import dev.darkroom.image.PictureDecoder;
import dev.darkroom.image.PictureEncoder;
import dev.darkroom.image.PicturePlanes;
import dev.darkroom.model.EmbeddedModel;
import dev.darkroom.worker.ModelLease;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tasks that give a picture back, measured on pictures that the embedded model drew itself. */
class PictureTasksTest {

    private static final Size SIZE = new Size(256, 256);
    private static final String PROMPT = "a smiley face";

    @TempDir
    static Path scratch;

    private static PipelineFixture fixture;
    private static float[] clean;

    @BeforeAll
    static void start() {
        fixture = new PipelineFixture(scratch, null);
        clean = planes(draw(GenerationDraftBuilder.builder().seed(1L).steps(15)));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        fixture.close();
    }

    /** Most of it is the autoencoder's doing; the reverse process must not take that away. */
    @ParameterizedTest
    @CsvSource({"10, 2", "25, 7", "50, 8"})
    void aNoisyPictureComesNearerToTheCleanOne(double level, double gain) throws InterruptedException {
        float[] noisy = noisy(level);
        Generation made = generate(GenerationDraftBuilder.builder()
                .image(fixture.keep(file(noisy)))
                .denoise(new Denoise.Draft(null))
                .seed(5L)
                .steps(20));
        double before = PicturePlanes.psnr(clean, planes(file(noisy)));
        double after = PicturePlanes.psnr(clean, planes(made.images().get(0).bytes()));
        assertThat(made.report().get("noise_level")).isCloseTo(level, within(level / 10));
        assertThat(made.report().get("start_sigma")).isPositive();
        assertThat(made.report().get("steps_run")).isPositive();
        assertThat(after).isGreaterThan(before + gain);
        assertThat(after).isGreaterThan(PicturePlanes.psnr(clean, coded(planes(file(noisy)))) - 0.8);
    }

    @Test
    void aNoiseLevelThatWasSaidIsTaken() {
        String image = fixture.keep(file(noisy(25)));
        Map<String, Double> report = generate(GenerationDraftBuilder.builder()
                        .image(image)
                        .denoise(new Denoise.Draft(50.0))
                        .seed(5L)
                        .steps(10))
                .report();
        assertThat(report).containsEntry("noise_level", 50.0);
        Map<String, Double> none = generate(GenerationDraftBuilder.builder()
                        .image(image)
                        .denoise(new Denoise.Draft(0.0))
                        .seed(5L)
                        .steps(10))
                .report();
        assertThat(none).containsEntry("start_sigma", 0.0).containsEntry("steps_run", 0.0);
        assertThat(report.get("start_sigma")).isPositive();
    }

    /**
     * DDIM and Euler are inverted so closely that all of the loss is the autoencoder's; of DPM++ 2M only the first order
     * is inverted. That the noise has less than 1 is the picture's doing: its latent is not the one that was
     * drawn, but what the autoencoder makes of 8-bit pixels. FixedPointInversionTest has the exact case.
     */
    @ParameterizedTest
    @CsvSource({"ddim, 0.5, 0.7", "euler, 0.5, 0.75", "dpmpp_2m, 4, 0.75"})
    void inversionFindsTheNoiseThatGivesThePictureBack(String sampler, double loss, double deviation)
            throws InterruptedException {
        Map<String, Double> report = generate(GenerationDraftBuilder.builder()
                        .prompt(PROMPT)
                        .image(fixture.keep(file(clean)))
                        .sampler(sampler)
                        .inversion(new Inversion.Draft(null, null, null, 4))
                        .steps(20))
                .report();
        assertThat(report.get("psnr")).isGreaterThan(PicturePlanes.psnr(clean, coded(clean)) - loss);
        assertThat(report.get("noise_std")).isBetween(deviation, 1.1);
    }

    @Test
    void moreIterationsComeNearerToTheExactInverse() {
        double[] psnr = new double[2];
        for (int i = 0; i < psnr.length; i++) {
            psnr[i] = generate(GenerationDraftBuilder.builder()
                            .prompt(PROMPT)
                            .image(fixture.keep(file(clean)))
                            .inversion(new Inversion.Draft(null, null, null, i == 0 ? 1 : 3))
                            .steps(10))
                    .report()
                    .get("psnr");
        }
        assertThat(psnr[1]).isGreaterThan(psnr[0] + 3);
    }

    /** Its scheduler's configuration does not say that latents are not to be clipped; diffusers' DDIM would clip. */
    @Test
    void ddimDrawsWhatOtherSamplersDraw() {
        float[] ddim =
                planes(draw(GenerationDraftBuilder.builder().seed(1L).steps(15).sampler("ddim")));
        assertThat(PicturePlanes.psnr(clean, ddim)).isGreaterThan(18);
    }

    private static byte[] draw(GenerationDraftBuilder draft) {
        return generate(draft.prompt(PROMPT)).images().get(0).bytes();
    }

    private static Generation generate(GenerationDraftBuilder draft) {
        return fixture.pipeline().generate(fixture.resolve(draft.build()), GenerationMonitor.none());
    }

    /** What the autoencoder leaves of a picture. */
    private static float[] coded(float[] picture) throws InterruptedException {
        try (ModelLease model = fixture.lease(EmbeddedModel.ID)) {
            LatentShape shape = model.latentShape(SIZE);
            return model.decode(model.encodePicture(picture, shape, new float[shape.size()]), shape);
        }
    }

    private static float[] noisy(double level) {
        Random random = new Random(3);
        float[] noisy = new float[clean.length];
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] = (float) (clean[i] + level / 127.5 * random.nextGaussian());
        }
        return noisy;
    }

    private static byte[] file(float[] planes) {
        return new PictureEncoder().encode(PicturePlanes.fromSigned(planes, SIZE), ImageFormat.PNG, 90, Map.of());
    }

    private static float[] planes(byte[] file) {
        return PicturePlanes.signed(new PictureDecoder(ImageLimits.defaults()).decode(file));
    }
}
