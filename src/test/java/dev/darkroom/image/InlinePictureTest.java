package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.image.UnreadablePictureException.Reason;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class InlinePictureTest {

    private static final byte[] FILE = {(byte) 0xfb, (byte) 0xff, 1, 2, 3};

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+/8BAgM=",
                "-_8BAgM=",
                "-_8BAgM",
                "+/8B\r\nAgM=\n",
                "data:image/png;base64,+/8BAgM=",
                "DATA:;BASE64,+/8BAgM="
            })
    void readsBase64InAllItsSpellings(String text) {
        assertThat(InlinePicture.bytes(text, ImageLimits.defaults())).isEqualTo(FILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no base64!", "data:image/png,abc", "data:", "=", "http://example.org/a.png"})
    void refusesAnythingElse(String text) {
        assertThatThrownBy(() -> InlinePicture.bytes(text, ImageLimits.defaults()))
                .isInstanceOfSatisfying(
                        UnreadablePictureException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.NOT_A_PICTURE));
    }

    @Test
    void refusesTooManyBytesBeforeDecodingThem() {
        ImageLimits limits = new ImageLimits(DataSize.ofBytes(100), 1000);
        String allowed = Base64.getEncoder().encodeToString(new byte[100]);
        String more = Base64.getEncoder().encodeToString(new byte[103]);

        assertThat(InlinePicture.bytes(allowed, limits)).hasSize(100);
        assertThatThrownBy(() -> InlinePicture.bytes(more, limits))
                .isInstanceOfSatisfying(
                        UnreadablePictureException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.TOO_MANY_BYTES));
    }
}
