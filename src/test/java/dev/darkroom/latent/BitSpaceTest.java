package dev.darkroom.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.torch.Wrap;
import java.util.List;
import org.junit.jupiter.api.Test;

class BitSpaceTest {

    private static final List<Integer> PALETTE = List.of(0x000000, 0xFF0000, 0x00FF00, 0xFFFFFF);

    private final BitSpace space = new BitSpace(PALETTE, 2);

    @Test
    void aCellIsASquareOfItsColour() {
        float[] picture = space.decode(new float[] {-1, 0.2f, /* low bits */ 1, -0.1f}, 1, 2, Wrap.NONE);
        float[] red = {1, 1, -1, -1, 1, 1, -1, -1};
        float[] green = {-1, -1, 1, 1, -1, -1, 1, 1};
        float[] blue = {-1, -1, -1, -1, -1, -1, -1, -1};
        for (int i = 0; i < 8; i++) {
            assertThat(picture[i]).isEqualTo(red[i]);
            assertThat(picture[8 + i]).isEqualTo(green[i]);
            assertThat(picture[16 + i]).isEqualTo(blue[i]);
        }
    }

    @Test
    void whatWasDecodedIsEncodedAgain() {
        float[] bits = {-1, -1, 1, 1, -1, 1, -1, 1};
        float[] picture = space.decode(bits, 2, 2, Wrap.NONE);
        assertThat(space.encode(picture, 4, 4, new float[0], Wrap.NONE)).containsExactly(bits);
    }

    @Test
    void aCellTakesTheColourOfMostOfItsPixels() {
        float[] spoiled = space.decode(new float[] {1, -1}, 1, 1, Wrap.NONE);
        spoiled[0] = 0.9f;
        spoiled[4] = -0.7f;
        assertThat(space.rawMode(spoiled, 2, 2)).containsExactly(1, -1);
    }

    @Test
    void previewsHaveOnePixelACell() {
        float[] colours = space.preview().colours(new float[] {0.1f, 0.1f}, 1, 1);
        assertThat(colours).hasSize(3);
        assertThat(colours[0]).isCloseTo(1, within(1e-6f));
    }
}
