package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.image.UnreadablePictureException.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class PictureDecoderTest {

    /** Where its chunk begins in {@code animation.webp}. */
    private static final int FIRST_FRAME = 44;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rgb.png",
                "rgba.png",
                "gray.png",
                "bilevel.png",
                "palette.png",
                "palette-transparent.png",
                "gray-alpha.png",
                "gray16.png",
                "rgb16.png",
                "broken-icc.png",
                "texts.png",
                "rgb.gif",
                "animation.gif",
                "animation.png",
                "rgb.bmp",
                "palette.bmp",
                "lossless.webp",
                "rgba.webp",
                "orientation-6.png",
                "orientation-6.webp"
            })
    void readsLosslessFormatsExactly(String name) {
        assertThat(Samples.decoded(Samples.file("pictures/" + name)))
                .isEqualTo(Samples.decoded(Samples.file("expected/" + name + ".png")));
    }

    @ParameterizedTest
    @CsvSource({
        "rgb.jpg, 3",
        "progressive.jpg, 16",
        "gray.jpg, 1",
        "icc.jpg, 3",
        "broken-icc.jpg, 3",
        "cmyk.jpg, 3",
        "ycck.jpg, 4",
        "lossy.webp, 3",
        "animation.webp, 3",
        "animation-alpha.webp, 3",
        "orientation-1.jpg, 3",
        "orientation-2.jpg, 3",
        "orientation-3.jpg, 3",
        "orientation-4.jpg, 3",
        "orientation-5.jpg, 3",
        "orientation-6.jpg, 3",
        "orientation-7.jpg, 3",
        "orientation-8.jpg, 3"
    })
    void readsLossyFormatsUprightAndInTheirColours(String name, int tolerance) {
        Picture picture = Samples.decoded(Samples.file("pictures/" + name));
        Picture expected = Samples.decoded(Samples.file("expected/" + name + ".png"));

        assertThat(picture.size()).isEqualTo(expected.size());
        assertThat(Samples.difference(picture, expected)).isLessThanOrEqualTo(tolerance);
    }

    @Test
    void refusesWhatIsNoPicture() {
        assertRefused(Reason.NOT_A_PICTURE, () -> Samples.decoded("just text".getBytes()));
        assertRefused(Reason.NOT_A_PICTURE, () -> Samples.decoded(new byte[0]));
        assertRefused(Reason.NOT_A_PICTURE, () -> Samples.decoded(new byte[1000]));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15, 19, 24, 60})
    void refusesAnAnimationWhoseFirstFrameIsCutOff(int length) {
        byte[] whole = Samples.file("pictures/animation.webp");
        assertThat(new String(whole, FIRST_FRAME, 4, StandardCharsets.US_ASCII)).isEqualTo("ANMF");
        byte[] cut = Arrays.copyOf(whole, FIRST_FRAME + 8 + length);
        ByteBuffer.wrap(cut)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(4, cut.length - 8)
                .putInt(FIRST_FRAME + 4, length);

        assertRefused(Reason.DAMAGED, () -> Samples.decoded(cut));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rgb.png | ",
                "animation.png | is an animation, of which the first frame is used",
                "animation.gif | is an animation, of which the first frame is used",
                "rgb.gif | ",
                "animation.webp | is an animation, of which the first frame is used",
                "lossy.webp | ",
                "rgb16.png | has 16 bits a channel, of which the upper 8 are used",
                "gray16.png | has 16 bits a channel, of which the upper 8 are used",
                "cmyk.jpg | has four inks (CMYK), read as ideal ones without a colour profile",
                "ycck.jpg | has four inks (CMYK), read as ideal ones without a colour profile",
                "orientation-1.jpg | ",
                "orientation-8.jpg | is turned upright, as its Exif data say",
                "orientation-6.png | is turned upright, as its Exif data say",
                "orientation-6.webp | is turned upright, as its Exif data say",
                "rgb.jpg | "
            })
    void saysWhatIsNotUsed(String name, @Nullable String remark) {
        assertThat(new PictureDecoder(ImageLimits.defaults()).remarks(Samples.file("pictures/" + name)))
                .isEqualTo(remark == null ? List.of() : List.of(remark));
    }

    @Test
    void refusesTooManyBytesBeforeLookingAtThem() {
        var decoder = new PictureDecoder(new ImageLimits(DataSize.ofBytes(100), 1000));

        assertRefused(Reason.TOO_MANY_BYTES, () -> decoder.decode(new byte[101]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rgb.png", "rgb.jpg", "lossless.webp", "rgb.gif", "rgb.bmp"})
    void refusesTooManyPixels(String name) {
        var decoder = new PictureDecoder(new ImageLimits(DataSize.ofMegabytes(1), 21 * 13 - 1));

        assertRefused(Reason.TOO_MANY_PIXELS, () -> decoder.decode(Samples.file("pictures/" + name)));
    }

    @Test
    void refusesADecompressionBombByItsHeader() {
        byte[] bomb = Samples.file("pictures/rgb.png");
        ByteBuffer.wrap(bomb).putInt(16, 1 << 30).putInt(20, 1 << 30);
        PngChecksums.correct(bomb);

        assertRefused(Reason.TOO_MANY_PIXELS, () -> Samples.decoded(bomb));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"rgb.png", "rgb.jpg", "progressive.jpg", "lossless.webp", "lossy.webp", "rgb.gif", "rgb.bmp"})
    void refusesAFileThatIsCutOff(String name) {
        byte[] whole = Samples.file("pictures/" + name);
        for (int length = 1; length < whole.length * 9 / 10; length += 7) {
            byte[] cut = Arrays.copyOf(whole, length);

            assertThatThrownBy(() -> Samples.decoded(cut))
                    .as("%s cut after %d bytes", name, length)
                    .isInstanceOf(UnreadablePictureException.class);
        }
    }

    @Test
    void refusesAJpegOfEndlessScans() {
        byte[] whole = Samples.file("pictures/progressive.jpg");
        int scan = indexOf(whole, 0xDA);
        int end = indexOf(Arrays.copyOfRange(whole, scan + 2, whole.length), 0xC4) + scan + 2;
        byte[] bomb = new byte[scan + (end - scan) * 200 + 2];
        System.arraycopy(whole, 0, bomb, 0, scan);
        for (int i = 0; i < 200; i++) {
            System.arraycopy(whole, scan, bomb, scan + i * (end - scan), end - scan);
        }
        bomb[bomb.length - 2] = (byte) 0xFF;
        bomb[bomb.length - 1] = (byte) 0xD9;

        assertRefused(Reason.UNSUPPORTED, () -> Samples.decoded(bomb));
    }

    private static int indexOf(byte[] file, int marker) {
        for (int i = 0; i + 1 < file.length; i++) {
            if ((file[i] & 0xFF) == 0xFF && (file[i + 1] & 0xFF) == marker) {
                return i;
            }
        }
        throw new AssertionError("no marker " + marker);
    }

    private static void assertRefused(Reason reason, ThrowingCallable decoding) {
        assertThatThrownBy(decoding)
                .isInstanceOfSatisfying(
                        UnreadablePictureException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
