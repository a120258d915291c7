package dev.darkroom.evaluation.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IntervalTest {

    private static final double NEAR = 1e-4;

    /** Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I, method 3. */
    @Test
    void wilsonGivesThePublishedIntervals() {
        assertInterval(Interval.wilson(81.0 / 263, 263), 0.2553, 0.3662);
        assertInterval(Interval.wilson(15.0 / 148, 148), 0.0624, 0.1605);
        assertInterval(Interval.wilson(0, 20), 0, 0.1611);
        assertInterval(Interval.wilson(1.0 / 29, 29), 0.0061, 0.1718);
    }

    @Test
    void allRightIsNotCertainty() {
        Interval interval = Interval.wilson(1, 50);

        assertThat(interval.high()).isEqualTo(1);
        assertThat(interval.low()).isCloseTo(50 / (50 + 1.959963984540054 * 1.959963984540054), within(1e-12));
    }

    @Test
    void independentAnswersCountInFull() {
        ClusteredShare share = new ClusteredShare();
        for (int i = 0; i < 40; i++) {
            share.add(i % 4 == 0 ? 0 : 1, 1);
        }

        // 40 clusters of one answer: the variance between them is p (1 - p) / 39
        assertThat(share.effectiveCount()).isCloseTo(39, within(1e-9));
        assertThat(share.interval().share()).isEqualTo(0.75);
    }

    @Test
    void answersThatComeTogetherCountOnce() {
        ClusteredShare share = new ClusteredShare();
        for (int i = 0; i < 20; i++) {
            share.add(i % 2 == 0 ? 8 : 0, 8);
        }

        assertThat(share.right()).isEqualTo(80);
        assertThat(share.total()).isEqualTo(160);
        assertThat(share.clusters()).isEqualTo(20);
        assertThat(share.effectiveCount()).isCloseTo(19, within(1e-9));
    }

    @Test
    void answersThatBalanceWithinClustersCountNoMoreThanTheyAre() {
        ClusteredShare share = new ClusteredShare();
        for (int i = 0; i < 20; i++) {
            share.add(4, 8);
        }

        assertThat(share.effectiveCount()).isEqualTo(160);
    }

    @Test
    void whereAllAgreeEachClusterCountsOnce() {
        ClusteredShare share = new ClusteredShare();
        for (int i = 0; i < 12; i++) {
            share.add(8, 8);
        }

        assertThat(share.interval()).isEqualTo(Interval.wilson(1, 12));
    }

    @Test
    void theSeedsOfASinglePromptAreIndependent() {
        ClusteredShare share = new ClusteredShare();
        share.add(50, 50);

        assertThat(share.interval()).isEqualTo(Interval.wilson(1, 50));
    }

    @Test
    void moreRightThanAnsweredIsRefused() {
        assertThatThrownBy(() -> new ClusteredShare().add(3, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ClusteredShare().interval()).isInstanceOf(IllegalStateException.class);
    }

    private static void assertInterval(Interval interval, double low, double high) {
        assertThat(interval.low()).isCloseTo(low, within(NEAR));
        assertThat(interval.high()).isCloseTo(high, within(NEAR));
    }
}
