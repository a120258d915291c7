package dev.darkroom.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.torch.Wrap;
import org.junit.jupiter.api.Test;

class PixelSpaceTest {

    @Test
    void latentAndPictureAreTheSame() {
        PixelSpace space = new PixelSpace(3, -1);
        float[] picture = {0.1f, 0.2f, 0.3f};
        assertThat(space.encode(picture, 1, 1, new float[3], Wrap.NONE)).containsExactly(picture);
        assertThat(space.decode(picture, 1, 1, Wrap.NONE)).containsExactly(picture);
        assertThat(space.preview().colours(picture, 1, 1)).containsExactly(picture);
    }

    @Test
    void oneChannelIsGray() {
        PixelSpace space = new PixelSpace(1, -1);
        assertThat(space.encode(new float[] {0, 0.3f, 0.6f}, 1, 1, new float[1], Wrap.NONE))
                .containsExactly(0.3f);
        assertThat(space.decode(new float[] {0.5f, -0.5f}, 1, 2, Wrap.NONE))
                .containsExactly(0.5f, -0.5f, 0.5f, -0.5f, 0.5f, -0.5f);
    }

    @Test
    void blackIsWhatTheModelWasTrainedOn() {
        PixelSpace space = new PixelSpace(3, 0);
        float[] picture = {-1, 0, 1};
        assertThat(space.encode(picture, 1, 1, new float[3], Wrap.NONE)).containsExactly(0, 0.5f, 1);
        assertThat(space.decode(new float[] {0, 0.5f, 1}, 1, 1, Wrap.NONE)).containsExactly(picture);
        assertThat(new PixelSpace(1, 0).decode(new float[] {0.25f}, 1, 1, Wrap.NONE))
                .containsExactly(-0.5f, -0.5f, -0.5f);
        assertThatThrownBy(() -> new PixelSpace(3, 1)).hasMessageContaining("black: 1.0");
    }

    @Test
    void otherNumbersOfChannelsAreNoPictures() {
        assertThatThrownBy(() -> new PixelSpace(4, -1)).hasMessageContaining("1, gray, or 3");
    }
}
