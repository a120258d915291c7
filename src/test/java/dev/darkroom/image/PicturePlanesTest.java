package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.generation.Size;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PicturePlanesTest {

    @Property(tries = 50)
    void samplesSurviveTheWayThroughPlanes(
            @ForAll @IntRange(min = 1, max = 40) int width,
            @ForAll @IntRange(min = 1, max = 40) int height,
            @ForAll long seed) {
        Picture picture = Samples.noise(width, height, false, seed);

        assertThat(PicturePlanes.fromUnit(PicturePlanes.unit(picture), picture.size()))
                .isEqualTo(picture);
        assertThat(PicturePlanes.fromSigned(PicturePlanes.signed(picture), picture.size()))
                .isEqualTo(picture);
    }

    @Test
    void halvesAreRoundedToEven() {
        float[] planes = {0.5f / 255, 1.5f / 255, 2.5f / 255};

        Picture picture = PicturePlanes.fromUnit(planes, new Size(1, 1));

        assertThat(picture.samples()).containsExactly(0, 2, 2);
    }

    @Test
    void valuesOutsideTheRangeAreClamped() {
        assertThat(PicturePlanes.fromSigned(new float[] {-3, 0, 3}, new Size(1, 1))
                        .samples())
                .containsExactly(0, (byte) 128, (byte) 255);
    }

    @Test
    void aValueThatIsNoNumberIsAnErrorThatNamesIt() {
        float[] planes = new float[3 * 2 * 4];
        planes[8 + 5] = Float.NaN;

        assertThatThrownBy(() -> PicturePlanes.fromUnit(planes, new Size(4, 2)))
                .isInstanceOf(NonFinitePixelException.class)
                .hasMessageContaining("NaN at channel 1, row 1, column 1");
    }

    @Test
    void alphaIsForgottenOrBlendedOverWhite() {
        Picture picture = Picture.rgba(new Size(1, 2), new byte[] {10, 20, 30, 0, 10, 20, 30, (byte) 255});

        assertThat(picture.withoutAlpha().samples()).containsExactly(10, 20, 30, 10, 20, 30);
        assertThat(picture.overWhite().samples()).containsExactly((byte) 255, (byte) 255, (byte) 255, 10, 20, 30);
    }
}
