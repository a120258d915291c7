package dev.darkroom.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final long SECOND = 1_000_000_000L;

    private final Pace pace = new Pace();

    @Test
    void beforeAnyMeasurementItGuesses() {
        assertThat(pace.timeFor(512 * 512)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void itIsBusyTimePerCost() {
        pace.begin(0);
        pace.advance(500, 5 * SECOND);
        pace.end(5 * SECOND);
        assertThat(pace.timeFor(1000)).isCloseTo(Duration.ofSeconds(10), Duration.ofMillis(500));
    }

    @Test
    void idleTimeDoesNotCount() {
        pace.begin(0);
        pace.advance(100, SECOND);
        pace.end(SECOND);
        pace.begin(1000 * SECOND);
        pace.advance(100, 1001 * SECOND);
        pace.end(1001 * SECOND);
        assertThat(pace.timeFor(100)).isCloseTo(Duration.ofSeconds(1), Duration.ofMillis(50));
    }

    @Test
    void jobsSideBySideMakeItFaster() {
        pace.begin(0);
        pace.begin(0);
        pace.advance(100, SECOND);
        pace.advance(100, SECOND);
        pace.end(SECOND);
        pace.end(SECOND);
        assertThat(pace.timeFor(200)).isCloseTo(Duration.ofSeconds(1), Duration.ofMillis(50));
    }

    @Test
    void itFollowsAChangeOfPace() {
        pace.begin(0);
        for (int second = 1; second <= 300; second++) {
            pace.advance(100, second * SECOND);
        }
        for (int second = 301; second <= 1300; second++) {
            pace.advance(10, second * SECOND);
        }
        pace.end(1300 * SECOND);
        assertThat(pace.timeFor(10)).isCloseTo(Duration.ofSeconds(1), Duration.ofMillis(50));
    }
}
