package dev.darkroom.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.NoiseLevel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MonitoredDenoiserTest {

    private static final NoiseLevel LEVEL = new NoiseLevel(500, 0.6, 0.8);

    @Test
    void aNetworkThatLearnsItsVarianceIsHeardThroughTheMonitor() {
        RecordingMonitor monitor = new RecordingMonitor();
        assertThat(new MonitoredDenoiser((call, guess) -> new Learned(), monitor, 0, 0)
                        .denoiseWithVariance(new float[] {3}, LEVEL))
                .containsExactly(6, 0.5f);
        assertThat(monitor.evaluations()).isEqualTo(1);
    }

    @Test
    void itsAnswersAreReplayedWithTheirVarianceAndPreviewedWithoutIt() {
        RecordingMonitor resumed = new RecordingMonitor(Map.of(0, List.of(new float[] {7, 0.25f})), Integer.MAX_VALUE);
        MonitoredDenoiser denoiser = new MonitoredDenoiser((call, guess) -> new Learned(), resumed, 0, 0);
        assertThat(denoiser.denoiseWithVariance(new float[] {3}, LEVEL)).containsExactly(7, 0.25f);
        assertThat(denoiser.latest()).containsExactly(7);
        assertThat(resumed.evaluations()).isZero();
    }

    @Test
    void aLaterPassGoesOnWithTheRecordWhereTheOneBeforeEnded() {
        List<float[]> recorded = List.of(new float[] {7}, new float[] {8, 9});
        RecordingMonitor resumed = new RecordingMonitor(Map.of(0, recorded), Integer.MAX_VALUE);
        MonitoredDenoiser first = new MonitoredDenoiser((call, guess) -> new Learned(), resumed, 0, 0);
        assertThat(first.denoise(new float[] {3}, LEVEL)).containsExactly(7);
        MonitoredDenoiser second =
                new MonitoredDenoiser((call, guess) -> new Learned(), resumed, 0, first.evaluations());
        assertThat(second.denoise(new float[] {1, 2}, LEVEL)).containsExactly(8, 9);
        assertThat(second.evaluations()).isEqualTo(2);
        assertThat(resumed.evaluations()).isZero();
    }

    @Test
    void everyCallHasItsOwnDenoiserByItsNumberWithinThePass() {
        List<float[]> recorded = List.of(new float[] {7}, new float[] {8}, new float[] {9});
        RecordingMonitor resumed = new RecordingMonitor(Map.of(0, recorded), Integer.MAX_VALUE);
        MonitoredDenoiser pass =
                new MonitoredDenoiser((call, guess) -> (x, level) -> new float[] {100 + call}, resumed, 0, 1);
        assertThat(pass.denoise(new float[] {0}, LEVEL)).containsExactly(8);
        assertThat(pass.denoise(new float[] {0}, LEVEL)).containsExactly(9);
        assertThat(pass.denoise(new float[] {0}, LEVEL)).containsExactly(102);
    }

    /** A score of 0.25 at (0.6, 0.8) is the clean latent (3 + 0.64 * 0.25) / 0.6. */
    @Test
    void aScoreIsReplayedAsItWasAndPreviewedAsTheCleanLatent() {
        RecordingMonitor resumed = new RecordingMonitor(Map.of(0, List.of(new float[] {0.25f})), Integer.MAX_VALUE);
        MonitoredDenoiser denoiser = new MonitoredDenoiser((call, guess) -> new Learned(), resumed, 0, 0);
        assertThat(denoiser.score(new float[] {3}, LEVEL)).containsExactly(0.25f);
        assertThat(denoiser.latest()[0]).isCloseTo(3.16f / 0.6f, within(1e-5f));
        assertThat(resumed.evaluations()).isZero();
    }

    /** Doubles its input and is half sure. */
    private static final class Learned implements Denoiser {

        @Override
        public float[] denoise(float[] x, NoiseLevel level) {
            return new float[] {2 * x[0]};
        }

        @Override
        public float[] denoiseWithVariance(float[] x, NoiseLevel level) {
            return new float[] {2 * x[0], 0.5f};
        }
    }
}
