package dev.darkroom.training.run;

import java.time.Duration;

/** Training time, speed and what is left. The clock of a resumed run goes on where the other stopped. */
final class Pace {

    private static final double SMOOTHING = 0.98;

    private final RunState start;
    private final long startNanos = System.nanoTime();
    private double firstShare = -1;
    private double smoothedLoss = Double.NaN;

    Pace(RunState start) {
        this.start = start;
    }

    double seconds() {
        return start.seconds() + (System.nanoTime() - startNanos) / 1e9;
    }

    double picturesPerSecond(RunState state) {
        return (state.pictures() - start.pictures()) / Math.max(1e-9, state.seconds() - start.seconds());
    }

    TrainingProgress progress(RunState state, double share, double loss) {
        if (firstShare < 0) {
            firstShare = share;
        }
        smoothedLoss = Double.isNaN(smoothedLoss) ? loss : SMOOTHING * smoothedLoss + (1 - SMOOTHING) * loss;
        double done = share - firstShare;
        double left = done <= 0 ? 0 : (state.seconds() - start.seconds()) * (1 - share) / done;
        return new TrainingProgress(
                state.step(),
                share,
                loss,
                smoothedLoss,
                picturesPerSecond(state),
                Duration.ofSeconds(Math.round(Math.max(0, left))));
    }
}
