package dev.darkroom.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.denoise.noise.CpuGenerator;
import dev.darkroom.generation.ImageFormat;
import dev.darkroom.generation.LikelihoodRequest;
import dev.darkroom.generation.Size;
import dev.darkroom.image.PictureEncoder;
import dev.darkroom.image.PicturePlanes;
import dev.darkroom.model.EmbeddedModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Likelihoods under the embedded model. */
class ModelLikelihoodIT {

    private static final Size SIZE = new Size(64, 64);

    @TempDir
    static Path scratch;

    private static PipelineFixture fixture;
    private static String smiley;

    @BeforeAll
    static void start() throws IOException {
        fixture = new PipelineFixture(scratch, null);
        try (InputStream in =
                Objects.requireNonNull(ModelLikelihoodIT.class.getResourceAsStream("/embedded/a-smiley-face-42.png"))) {
            smiley = fixture.keep(in.readAllBytes());
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        fixture.close();
    }

    @Test
    void whatTheModelDrawsIsMoreProbableThanNoise() {
        Size own = new Size(128, 128);
        float[] grain = new CpuGenerator(1).normals(3 * 128 * 128);
        String noise = fixture.keep(
                new PictureEncoder().encode(PicturePlanes.fromSigned(grain, own), ImageFormat.PNG, 100, Map.of()));
        LikelihoodEstimate drawn = estimate(request(smiley, "a smiley face", 1, own));
        LikelihoodEstimate random = estimate(request(noise, "a smiley face", 1, own));
        assertThat(drawn.bitsPerDimension()).isLessThan(random.bitsPerDimension());
    }

    @Test
    void probesGiveAStandardError() {
        LikelihoodEstimate estimate = estimate(request(smiley, "", 2, SIZE));
        assertThat(estimate.standardError()).isPositive().isLessThan(1);
        double nats = -estimate.bitsPerDimension() * estimate.dimensions() * Math.log(2);
        assertThat(estimate.nats()).isCloseTo(nats, Offset.offset(1e-6));
        assertThat(estimate.evaluations() % 5).as("one, and two for each probe").isZero();
    }

    @Test
    void theSameRequestGivesTheSameNumber() {
        LikelihoodEstimate first = estimate(request(smiley, "", 1, SIZE));
        assertThat(estimate(request(smiley, "", 1, SIZE))).isEqualTo(first);
        assertThat(first.standardError()).isNaN();
        assertThat(first.evaluations() % 3).as("one and two for the probe").isZero();
        assertThat(first.warnings()).anyMatch(warning -> warning.contains("One probe"));
    }

    @Test
    void itEndsWhenItIsCancelled() {
        int[] asked = {0};
        assertThatThrownBy(() -> fixture.likelihood().estimate(request(smiley, "", 2, SIZE), () -> ++asked[0] > 5))
                .isInstanceOf(GenerationCancelledException.class);
        assertThat(asked[0]).isEqualTo(6);
    }

    @Test
    void aPictureThatIsGoneIsSaidToBe() {
        assertThatThrownBy(() -> estimate(request("sha256:" + "0".repeat(64), "", 1, SIZE)))
                .isInstanceOf(GenerationFailedException.class)
                .hasMessageContaining("no longer stored");
    }

    private static LikelihoodEstimate estimate(LikelihoodRequest request) {
        return fixture.likelihood().estimate(request, () -> false);
    }

    private static LikelihoodRequest request(String reference, String prompt, int probes, Size size) {
        return new LikelihoodRequest(EmbeddedModel.ID, reference, prompt, null, probes, 0.05, 42, size);
    }
}
