package dev.darkroom.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LatentFilterTest {

    @ParameterizedTest
    @EnumSource(LatentFilter.class)
    void everyFilterKeepsAConstantAndTheSameSize(LatentFilter filter) {
        float[] constant = {3, 3, 3, 3, 3, 3, -1, -1, -1, -1, -1, -1};
        float[] resized = LatentResize.resize(constant, 2, 3, 5, 7, filter);
        for (int i = 0; i < resized.length; i++) {
            assertThat(resized[i]).isCloseTo(i < 35 ? 3 : -1, within(1e-5f));
        }
        float[] any = {1, -2, 3, 4, 0.5f, 6};
        assertThat(LatentResize.resize(any, 2, 3, 2, 3, filter)).containsExactly(any, within(1e-6f));
    }

    /** Values that {@code torch.nn.functional.interpolate} gives, torch 2.7.1. */
    @ParameterizedTest
    @CsvSource({
        "NEAREST, 5, 1 1 2 2 4",
        "NEAREST_EXACT, 5, 1 1 2 4 4",
        "BILINEAR, 5, 1 1.4 2 3.2 4",
        "NEAREST, 2, 1 2",
        "BILINEAR_ANTIALIASED, 2, 1.375 3.25",
        "BICUBIC, 5, 0.904 1.244 2 3.296 4.192",
        "BICUBIC_ANTIALIASED, 2, 1.269663 3.340289"
    })
    void valuesAreTorchs(LatentFilter filter, int width, String expected) {
        float[] resized = LatentResize.resize(new float[] {1, 2, 4}, 1, 3, 1, width, filter);
        String[] numbers = expected.split(" ");
        for (int i = 0; i < width; i++) {
            assertThat(resized[i]).as("position " + i).isCloseTo(Float.parseFloat(numbers[i]), within(1e-5f));
        }
    }
}
