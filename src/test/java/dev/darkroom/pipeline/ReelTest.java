package dev.darkroom.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.noise.CpuGenerator;
import dev.darkroom.denoise.noise.LatentShape;
import dev.darkroom.pipeline.Reel.Exposure;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReelTest {

    private static final LatentShape SHAPE = new LatentShape(4, 16, 16);
    private static final NoiseLevel PRESERVING = new NoiseLevel(999, 0.1, Math.sqrt(1 - 0.01));

    @Test
    void fewStepsAreAllTaken() {
        assertThat(steps(run(24, 20)))
                .containsExactlyElementsOf(IntStream.rangeClosed(0, 20).boxed().toList());
    }

    @Test
    void manyStepsAreThinnedEvenlyAndTheLastIsAlwaysThere() {
        for (int steps : new int[] {23, 24, 25, 47, 48, 49, 150, 1000}) {
            List<Integer> taken = steps(run(24, steps));
            assertThat(taken)
                    .as("%d steps", steps)
                    .hasSizeBetween(12, 24)
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(taken.get(0)).isZero();
            assertThat(taken.get(taken.size() - 1)).isEqualTo(steps);
            for (int i = 1; i < taken.size(); i++) {
                assertThat(taken.get(i) - taken.get(i - 1)).isLessThanOrEqualTo(Math.max(2, steps / 8));
            }
        }
    }

    @Test
    void aFrameHoldsWhatTheNetworkSawAndWhatItGuessed() {
        Reel reel = new Reel(24);
        reel.begin(plain(1), PRESERVING, SHAPE);
        reel.stepped(plain(10), plain(2));
        reel.stepped(plain(20), plain(3));
        List<Exposure> taken = reel.developed();
        assertThat(taken.stream().map(exposure -> exposure.state()[0])).containsExactly(1f, 2f, 3f);
        assertThat(taken.stream().map(exposure -> exposure.guess()[0])).containsExactly(10f, 20f, 3f);
    }

    /** With sigma 14 added to it unscaled, a latent would be all colours at their ends. */
    @Test
    void explodingLatentsAreShownAtUnitVariance() {
        float[] noise = new CpuGenerator(1).normals(SHAPE.size());
        float[] latent = new float[SHAPE.size()];
        for (int i = 0; i < latent.length; i++) {
            latent[i] = 0.5f + 14 * noise[i];
        }
        Reel reel = new Reel(4);
        reel.begin(latent, new NoiseLevel(999, 1, 14), SHAPE);
        reel.stepped(plain(0.5f), plain(0.5f));
        float[] shown = reel.developed().get(0).state();
        double sum = 0;
        for (float value : shown) {
            sum += value * value;
        }
        assertThat(Math.sqrt(sum / shown.length)).isCloseTo(1, within(0.05));
        assertThat(reel.developed().get(1).state()[0]).isEqualTo(0.5f);
    }

    @Test
    void latentsThatAreChangedLaterStayAsTheyWere() {
        Reel reel = new Reel(4);
        float[] latent = plain(1);
        reel.begin(latent, PRESERVING, SHAPE);
        latent[0] = 99;
        float[] guess = plain(5);
        reel.stepped(guess, latent);
        guess[0] = 99;
        assertThat(reel.developed().get(0).state()[0]).isEqualTo(1);
        assertThat(reel.developed().get(0).guess()[0]).isEqualTo(5);
    }

    private static Reel run(int most, int steps) {
        Reel reel = new Reel(most);
        reel.begin(plain(0), PRESERVING, SHAPE);
        for (int i = 1; i <= steps; i++) {
            reel.stepped(plain(i), plain(i));
        }
        return reel;
    }

    private static List<Integer> steps(Reel reel) {
        return reel.developed().stream().map(Exposure::step).toList();
    }

    private static float[] plain(float value) {
        float[] latent = new float[SHAPE.size()];
        Arrays.fill(latent, value);
        return latent;
    }
}
