package dev.darkroom.cli;

import dev.darkroom.training.run.TrainingMonitor;
import dev.darkroom.training.run.TrainingProgress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Shows how a training goes: a bar on a terminal, a line a minute elsewhere; asks it to stop when the process shall end. */
final class TrainingConsole implements TrainingMonitor, AutoCloseable {

    private static final int WIDTH = 30;
    private static final long BETWEEN_LINES = TimeUnit.MINUTES.toNanos(1);
    private static final int SECONDS_TO_SAVE = 120;

    private final PrintWriter out;
    private final boolean terminal = System.console() != null;
    private final AtomicBoolean stop = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);
    private long lastLine = System.nanoTime() - BETWEEN_LINES;

    TrainingConsole(PrintWriter out) {
        this.out = out;
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAndWait, "save-training"));
    }

    private void stopAndWait() {
        stop.set(true);
        try {
            if (!closed.await(SECONDS_TO_SAVE, TimeUnit.SECONDS)) {
                out.println("the training did not save in time; the last checkpoint is still there");
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void progress(TrainingProgress progress) {
        int filled = (int) Math.min(WIDTH, WIDTH * progress.share());
        String text = "%5.1f %%  update %,d  loss %.4f  %.1f pictures/s  %s"
                .formatted(
                        Math.min(100, 100 * progress.share()),
                        progress.step(),
                        progress.loss(),
                        progress.picturesPerSecond(),
                        left(progress));
        if (terminal) {
            out.printf("\r%s%s %s ", "█".repeat(filled), "░".repeat(WIDTH - filled), text);
        } else if (System.nanoTime() - lastLine >= BETWEEN_LINES) {
            lastLine = System.nanoTime();
            out.println(text);
        }
        out.flush();
    }

    private static String left(TrainingProgress progress) {
        boolean unknown = progress.remaining().isZero() && progress.share() < 1;
        return unknown ? "" : clock(progress.remaining()) + " left";
    }

    @Override
    public void evaluated(long step, Map<String, Double> figures) {
        StringBuilder text = new StringBuilder("update %,d:".formatted(step));
        new TreeMap<>(figures).forEach((name, value) -> text.append("  %s %.3f".formatted(name, value)));
        out.println((terminal ? "\n" : "") + text);
        out.flush();
    }

    @Override
    public boolean stopRequested() {
        return stop.get();
    }

    @Override
    public void close() {
        if (terminal) {
            out.println();
        }
        out.flush();
        closed.countDown();
    }

    private static String clock(Duration left) {
        return "%d:%02d:%02d".formatted(left.toHours(), left.toMinutesPart(), left.toSecondsPart());
    }
}
