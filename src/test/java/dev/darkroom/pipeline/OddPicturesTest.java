package dev.darkroom.pipeline;

import static dev.darkroom.pipeline.MaskPictures.box;
import static dev.darkroom.pipeline.MaskPictures.colours;
import static dev.darkroom.pipeline.MaskPictures.holed;
import static dev.darkroom.pipeline.MaskPictures.inline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.generation.GenerationDraft;
import dev.darkroom.generation.GenerationDraftBuilder;
import dev.darkroom.generation.Outpainting;
import dev.darkroom.generation.Size;
import dev.darkroom.image.ImageLimits;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureDecoder;
import dev.darkroom.image.PixelDifference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures that are not what most are: each is used in a sensible way, and the job says in which. */
class OddPicturesTest {

    private static final String SMALL = "image: has %s pixels, which show little more than colours";

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rgb16.png           | has 16 bits a channel, of which the upper 8 are used",
                "gray16.png          | has 16 bits a channel, of which the upper 8 are used",
                "cmyk.jpg            | has four inks (CMYK), read as ideal ones without a colour profile",
                "animation.gif       | is an animation, of which the first frame is used",
                "animation.png       | is an animation, of which the first frame is used",
                "animation.webp      | is an animation, of which the first frame is used",
                "orientation-6.jpg   | is turned upright, as its Exif data say",
                "rgba.png            | what is transparent lies on white",
                "palette-transparent.png | what is transparent lies on white"
            })
    void areUsedWithAWarning(String name, String warning) {
        Generation made = make(draft(file(name)).strength(0.5).build());
        assertThat(made.warnings()).contains("image: " + warning);
        assertThat(picture(made).size()).isEqualTo(new Size(256, 256));
    }

    /** What is kept of an odd picture in an outpainted one is what its decoder reads. */
    @ParameterizedTest
    @CsvSource({"rgb16.png, 21, 13", "cmyk.jpg, 21, 13", "animation.webp, 21, 13", "orientation-6.jpg, 13, 21"})
    void areSeenUprightAndInTheirColours(String name, int width, int height) {
        Picture seen = decoded(file(name));
        Picture wide = picture(make(draft(file(name))
                .outpaint(new Outpainting.Draft(null, 11, null, null, 0, null))
                .build()));
        assertThat(seen.size()).isEqualTo(new Size(width, height));
        assertThat(wide.size()).isEqualTo(new Size(width + 11, height));
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    assertThat(wide.sample(x, y, channel)).isEqualTo(seen.sample(x, y, channel));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 900", "2000, 3"})
    void ofHardlyAnyPixelsAreStretchedWithAWarning(int width, int height) {
        Generation made = make(draft(colours(width, height)).strength(0.5).build());
        Size size = new Size(width, height);
        assertThat(made.warnings()).contains(String.format(SMALL, size));
        if (width != height) {
            assertThat(made.warnings()).contains("image: has " + size + " pixels and is stretched to 256x256");
        }
        assertThat(picture(made).size()).isEqualTo(new Size(256, 256));
    }

    @Test
    void asMasksAreUsedWithAWarning() {
        Generation sixteen =
                make(draft(colours(21, 13)).mask(inlineFile("rgb16.png")).build());
        assertThat(sixteen.warnings()).contains("mask: has 16 bits a channel, of which the upper 8 are used");
        Generation transparent = make(
                draft(colours(64, 64)).mask(inline(holed(64, 64, 0, 0, 32, 32))).build());
        assertThat(transparent.warnings()).contains("mask: what is transparent counts as black");
        Generation smaller = make(
                draft(colours(64, 64)).mask(inline(box(32, 32, 0, 0, 16, 16))).build());
        assertThat(smaller.warnings()).contains("mask: has 32x32 pixels and was brought to those of image, 64x64");
    }

    /** All steps, or none: both are run as they were asked for. */
    @Test
    void atBothEndsOfStrengthAreRunWithAWarning() {
        Picture source = colours(256, 256);
        Generation none = make(draft(source).strength(0.0).build());
        assertThat(none.warnings())
                .containsExactly("strength: 0.0 of 4 steps is none, so the picture only goes through the autoencoder");
        Generation all = make(draft(source).strength(1.0).build());
        assertThat(all.warnings())
                .containsExactly("strength: at 1 all steps are run, so little more than the colours of image is left");
        assertThat(distance(picture(none), source)).isLessThan(distance(picture(all), source));
    }

    private static double distance(Picture one, Picture other) {
        return PixelDifference.between(one, other).mean();
    }

    private static GenerationDraftBuilder draft(Picture source) {
        return draft(MaskPictures.png(source));
    }

    private static GenerationDraftBuilder draft(byte[] file) {
        return GenerationDraftBuilder.builder()
                .prompt("a smiley face")
                .seed(3L)
                .steps(4)
                .image(Base64.getEncoder().encodeToString(file));
    }

    private static String inlineFile(String name) {
        return Base64.getEncoder().encodeToString(file(name));
    }

    /** A file of the decoder's tests. */
    private static byte[] file(String name) {
        try (InputStream file = OddPicturesTest.class.getResourceAsStream("/dev/darkroom/image/pictures/" + name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Generation make(GenerationDraft draft) {
        return fixture.pipeline().generate(fixture.resolve(draft), GenerationMonitor.none());
    }

    private static Picture picture(Generation generation) {
        return decoded(generation.images().get(0).bytes());
    }

    private static Picture decoded(byte[] file) {
        return new PictureDecoder(ImageLimits.defaults()).decode(file);
    }
}
