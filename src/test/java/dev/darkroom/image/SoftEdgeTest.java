package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.generation.Size;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SoftEdgeTest {

    private static final Size SIZE = new Size(96, 64);

    @Property(tries = 400)
    void blackStaysBlackAndEveryWhiteSpotKeepsItsMiddle(
            @ForAll @IntRange(min = 0, max = 80) int left,
            @ForAll @IntRange(min = 0, max = 50) int top,
            @ForAll @IntRange(min = 1, max = 40) int width,
            @ForAll @IntRange(min = 1, max = 40) int height,
            @ForAll @IntRange(min = 0, max = 8) int deviation) {
        Mask mask = box(left, top, Math.min(SIZE.width(), left + width), Math.min(SIZE.height(), top + height));
        Mask soft = SoftEdge.of(mask, deviation);
        int brightest = 0;
        for (int y = 0; y < SIZE.height(); y++) {
            for (int x = 0; x < SIZE.width(); x++) {
                assertThat(soft.at(x, y)).isLessThanOrEqualTo(mask.at(x, y));
                brightest = Math.max(brightest, soft.at(x, y));
            }
        }
        assertThat(brightest).isEqualTo(255);
    }

    @Test
    void theOpacityRisesFromTheBorderOfALargeArea() {
        Mask soft = SoftEdge.of(box(20, 0, 96, 64), 4);
        int[] row = new int[20];
        for (int i = 0; i < row.length; i++) {
            row[i] = soft.at(20 + i, 32);
        }
        assertThat(row).isSorted();
        assertThat(row[0]).isBetween(1, 60);
        assertThat(row[10]).isGreaterThan(220);
        assertThat(soft.at(95, 32)).isEqualTo(255);
    }

    @Test
    void aMaskThatIsWhiteEverywhereStaysSo() {
        assertThat(SoftEdge.of(box(0, 0, 96, 64), 6).values()).containsOnly(255);
    }

    @Test
    void anOverlayKeepsEveryPixelThatIsNotMeant() {
        Picture source = Samples.noise(96, 64, false, 1);
        Picture painted = Samples.noise(40, 30, false, 2);
        Mask mask = box(30, 20, 50, 40);
        Picture both = Overlay.of(source, painted, new CropRegion(20, 10, 60, 40), mask);
        for (int y = 0; y < SIZE.height(); y++) {
            for (int x = 0; x < SIZE.width(); x++) {
                int expected = mask.at(x, y) == 0 ? source.sample(x, y, 1) : painted.sample(x - 20, y - 10, 1);
                assertThat(both.sample(x, y, 1)).isEqualTo(expected);
            }
        }
    }

    private static Mask box(int left, int top, int right, int bottom) {
        byte[] values = new byte[(int) SIZE.pixels()];
        for (int y = top; y < bottom; y++) {
            Arrays.fill(values, y * SIZE.width() + left, y * SIZE.width() + right, (byte) 255);
        }
        return new Mask(SIZE, values);
    }
}
