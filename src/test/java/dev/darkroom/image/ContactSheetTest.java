package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.generation.Size;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContactSheetTest {

    private static final Size SIZE = new Size(64, 32);

    @Test
    void picturesStandRowByRowUnchanged() {
        Picture sheet = ContactSheet.of(List.of(frame(10, "a"), frame(20, "b"), frame(30, "c")), 2);
        // gap 4, text 11: cells of 68 x 49
        assertThat(sheet.size()).isEqualTo(new Size(4 + 2 * 68, 4 + 2 * 49));
        assertThat(sheet.sample(4, 4, 0)).isEqualTo(10);
        assertThat(sheet.sample(67, 35, 2)).isEqualTo(10);
        assertThat(sheet.sample(72, 4, 1)).isEqualTo(20);
        assertThat(sheet.sample(4, 53, 0)).isEqualTo(30);
        assertThat(sheet.sample(72, 53, 0)).as("no fourth picture").isEqualTo(255);
    }

    @Test
    void captionsStayUnderTheirPictures() {
        Picture sheet = ContactSheet.of(List.of(frame(0, "a caption that is much wider than its picture")), 8);
        boolean ink = false;
        for (int y = 36; y < sheet.size().height(); y++) {
            for (int x = 0; x < sheet.size().width(); x++) {
                boolean dark = sheet.sample(x, y, 0) < 128;
                ink |= dark;
                assertThat(dark && (x < 4 || x >= 68)).as("ink at %d, %d", x, y).isFalse();
            }
        }
        assertThat(ink).isTrue();
    }

    private static ContactSheet.Frame frame(int grey, String caption) {
        byte[] samples = new byte[3 * 64 * 32];
        Arrays.fill(samples, (byte) grey);
        return new ContactSheet.Frame(Picture.rgb(SIZE, samples), caption);
    }
}
