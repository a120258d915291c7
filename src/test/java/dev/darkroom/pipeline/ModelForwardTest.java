package dev.darkroom.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.denoise.noise.CpuGenerator;
import dev.darkroom.generation.ForwardRequest;
import dev.darkroom.generation.ForwardRequest.Space;
import dev.darkroom.generation.NoiseSource;
import dev.darkroom.generation.Size;
import dev.darkroom.image.ImageLimits;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureDecoder;
import dev.darkroom.image.PicturePlanes;
import dev.darkroom.image.PixelDifference;
import dev.darkroom.model.EmbeddedModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The forward process with the embedded model. */
class ModelForwardTest {

    private static final Size SIZE = new Size(128, 128);

    @TempDir
    static Path scratch;

    private static PipelineFixture fixture;
    private static byte[] file;
    private static String reference;

    @BeforeAll
    static void start() throws IOException {
        fixture = new PipelineFixture(scratch, null);
        try (InputStream in =
                Objects.requireNonNull(ModelForwardTest.class.getResourceAsStream("/embedded/a-smiley-face-42.png"))) {
            file = in.readAllBytes();
        }
        reference = fixture.keep(file);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        fixture.close();
    }

    @Test
    void pixelsAreTheFormulaWithTheSeedsNoise() {
        NoisedPicture noised =
                fixture.forward().noised(request(Space.PIXEL, 42, 300)).get(0);
        float[] clean = PicturePlanes.signed(new PictureDecoder(ImageLimits.defaults()).decode(file));
        float[] noise = new CpuGenerator(42).normals(clean.length);
        float[] expected = new float[clean.length];
        double alphaBar = noised.alphaBar();
        for (int i = 0; i < clean.length; i++) {
            expected[i] = (float) (Math.sqrt(alphaBar) * clean[i] + Math.sqrt(1 - alphaBar) * noise[i]);
        }
        assertThat(distance(noised.picture(), PicturePlanes.fromSigned(expected, SIZE)))
                .isLessThan(1e-3);
    }

    @Test
    void latentsLoseThePictureStepByStep() {
        List<NoisedPicture> noised = fixture.forward().noised(request(Space.LATENT, 42, 0, 200, 500, 999));
        Picture clean = new PictureDecoder(ImageLimits.defaults()).decode(file);
        double before = 0;
        for (NoisedPicture picture : noised) {
            double distance = distance(picture.picture(), clean);
            assertThat(distance).as("timestep %d", picture.timestep()).isGreaterThan(before);
            before = distance;
        }
        assertThat(distance(noised.get(0).picture(), clean)).isLessThan(12);
    }

    @Test
    void theSameSeedGivesTheSamePictures() {
        Picture first =
                fixture.forward().noised(request(Space.LATENT, 7, 400)).get(0).picture();
        assertThat(fixture.forward()
                        .noised(request(Space.LATENT, 7, 400))
                        .get(0)
                        .picture())
                .isEqualTo(first);
        assertThat(fixture.forward()
                        .noised(request(Space.LATENT, 8, 400))
                        .get(0)
                        .picture())
                .isNotEqualTo(first);
    }

    @Test
    void aPictureThatIsGoneIsSaidToBe() {
        ForwardRequest request = new ForwardRequest(
                EmbeddedModel.ID, "sha256:" + "0".repeat(64), List.of(1), Space.PIXEL, 1, NoiseSource.CPU, SIZE);
        assertThatThrownBy(() -> fixture.forward().noised(request))
                .isInstanceOf(GenerationFailedException.class)
                .hasMessageContaining("no longer stored");
    }

    private static ForwardRequest request(Space space, long seed, Integer... timesteps) {
        return new ForwardRequest(EmbeddedModel.ID, reference, List.of(timesteps), space, seed, NoiseSource.CPU, SIZE);
    }

    /** Mean difference of the samples, 0 to 255. */
    private static double distance(Picture a, Picture b) {
        return PixelDifference.between(a, b).mean();
    }
}
