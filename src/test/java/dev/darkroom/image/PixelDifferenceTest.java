package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.generation.Size;
import org.junit.jupiter.api.Test;

class PixelDifferenceTest {

    private static final Size SIZE = new Size(2, 2);

    @Test
    void countsPixelsAndMeasuresSamples() {
        byte[] changed = new byte[12];
        changed[0] = (byte) 200;
        changed[1] = 10;
        changed[11] = 5;
        PixelDifference difference =
                PixelDifference.between(Picture.rgb(SIZE, new byte[12]), Picture.rgb(SIZE, changed));
        assertThat(difference.largest()).isEqualTo(200);
        assertThat(difference.mean()).isCloseTo(215 / 12.0, within(1e-12));
        assertThat(difference.differing()).isEqualTo(2);
        assertThat(difference.pixels()).isEqualTo(4);
        assertThat(difference.none()).isFalse();
    }

    @Test
    void ofEqualPicturesIsNone() {
        Picture picture = Picture.rgb(SIZE, new byte[12]);
        assertThat(PixelDifference.between(picture, Picture.rgb(SIZE, new byte[12])))
                .isEqualTo(new PixelDifference(0, 0, 0, 4));
    }

    @Test
    void needsOneSize() {
        assertThatThrownBy(() -> PixelDifference.between(
                        Picture.rgb(SIZE, new byte[12]), Picture.rgb(new Size(4, 1), new byte[12])))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
