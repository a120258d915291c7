package dev.darkroom.cli;

import dev.darkroom.pipeline.GenerationMonitor;
import java.io.PrintWriter;
import java.time.Duration;

/** Draws progress on a terminal; on anything else it stays silent. */
final class ProgressBar implements GenerationMonitor, AutoCloseable {

    private static final int WIDTH = 30;

    private final PrintWriter terminal;
    private final boolean visible;
    private final long startNanos = System.nanoTime();
    private boolean drawn;

    ProgressBar(PrintWriter terminal) {
        this.terminal = terminal;
        this.visible = System.console() != null;
    }

    @Override
    public synchronized void progress(int step, int steps) {
        if (!visible) {
            return;
        }
        int filled = WIDTH * step / steps;
        double seconds = Duration.ofNanos(System.nanoTime() - startNanos).toMillis() / 1000.0;
        terminal.printf("\r%s%s %d/%d  %.1f s ", "█".repeat(filled), "░".repeat(WIDTH - filled), step, steps, seconds);
        terminal.flush();
        drawn = true;
    }

    @Override
    public synchronized void close() {
        if (drawn) {
            terminal.println();
            drawn = false;
        }
    }

    @Override
    public boolean cancelRequested() {
        return Thread.currentThread().isInterrupted();
    }
}
