package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.generation.ImageFormat;
import dev.darkroom.generation.Size;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PictureEncoderTest {

    private final PictureEncoder encoder = new PictureEncoder();

    @Property(tries = 60)
    void pngKeepsEverySample(
            @ForAll @IntRange(min = 1, max = 50) int width,
            @ForAll @IntRange(min = 1, max = 50) int height,
            @ForAll boolean alpha,
            @ForAll long seed) {
        Picture picture = Samples.noise(width, height, alpha, seed);

        assertThat(Samples.decoded(new PictureEncoder().encode(picture, ImageFormat.PNG, 1, Map.of())))
                .isEqualTo(picture);
    }

    @Test
    void webpOfQuality100KeepsEverySample() {
        Picture picture = Samples.noise(33, 20, false, 1);

        assertThat(Samples.decoded(encoder.encode(picture, ImageFormat.WEBP, 100, Map.of())))
                .isEqualTo(picture);
    }

    @ParameterizedTest
    @EnumSource(names = {"JPEG", "WEBP"})
    void aLowerQualityIsASmallerFileOfAboutTheSamePicture(ImageFormat format) {
        Picture picture = Samples.drawing(128, 96, 1);

        byte[] good = encoder.encode(picture, format, 95, Map.of());
        byte[] poor = encoder.encode(picture, format, 20, Map.of());

        assertThat(poor.length).isLessThan(good.length / 2);
        assertThat(Samples.difference(Samples.decoded(good), picture)).isLessThan(40);
    }

    @ParameterizedTest
    @EnumSource
    void theSamePictureGivesTheSameBytes(ImageFormat format) {
        Map<String, String> texts = Map.of(PngText.PARAMETERS, "a cat");

        assertThat(encoder.encode(Samples.drawing(64, 64, 1), format, 80, texts))
                .isEqualTo(encoder.encode(Samples.drawing(64, 64, 1), format, 80, texts));
    }

    @Test
    void javaReadsOurPngToo() throws IOException {
        byte[] png = encoder.encode(Samples.drawing(40, 30, 2), ImageFormat.PNG, 1, Map.of("note", "grün 緑"));

        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(40);
    }

    @Test
    void jpegHasNoAlphaSoThePictureIsLaidOnWhite() {
        Picture clear = Picture.rgba(new Size(8, 8), new byte[8 * 8 * 4]);

        assertThat(Samples.decoded(encoder.encode(clear, ImageFormat.JPEG, 90, Map.of()))
                        .sample(4, 4, 0))
                .isGreaterThan(250);
    }

    @Test
    void aPreviewIsASmallJpegOfTheSameShape() {
        byte[] preview = encoder.preview(Samples.drawing(512, 256, 3), 128);

        assertThat(Samples.decoded(preview).size()).isEqualTo(new Size(128, 64));
        assertThat(preview.length).isLessThan(10_000);
    }

    @Test
    void textsComeBackAsTheyWentIn() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(PngText.PARAMETERS, "a cat\nSteps: 20, Sampler: Euler a");
        texts.put(PngText.DARKROOM, "{\"prompt\":\"猫 😀 zażółć\"}");
        texts.put("accents", "Ærøskøbing");

        byte[] png = encoder.encode(Samples.drawing(8, 8, 1), ImageFormat.PNG, 1, texts);

        assertThat(PngText.read(png)).containsExactlyEntriesOf(texts);
    }

    @Test
    void textsOfOtherProgramsAreRead() {
        assertThat(PngText.read(Samples.file("pictures/texts.png")))
                .containsEntry("parameters", "a cat\nSteps: 20, Sampler: Euler a, Seed: 1")
                .containsEntry("note", "日本語")
                .containsEntry("long", "y".repeat(500))
                .containsEntry("zipped", "zażółć");
    }

    @Test
    void otherFormatsHaveNoTexts() {
        assertThat(PngText.read(Samples.file("pictures/rgb.jpg"))).isEmpty();
    }

    @Test
    void aQualityOutsideOfItsRangeIsRefused() {
        assertThatThrownBy(() -> encoder.encode(Samples.drawing(8, 8, 1), ImageFormat.JPEG, 101, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 100");
    }
}
