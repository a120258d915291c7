package dev.darkroom.cli;

import dev.darkroom.evaluation.EvaluationMonitor;
import dev.darkroom.pipeline.GenerationMonitor;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Shows how far an evaluation is; asks it to end when the process shall, and waits until the report is written. */
final class EvaluationConsole implements EvaluationMonitor, AutoCloseable {

    private static final int WIDTH = 30;
    private static final long BETWEEN_LINES = TimeUnit.MINUTES.toNanos(1);
    private static final int SECONDS_TO_WRITE = 60;

    private final PrintWriter terminal;
    private final boolean live = System.console() != null;
    private final AtomicBoolean stop = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);
    private long lastEvent = System.nanoTime();
    private long began = lastEvent;
    private long lastLine;
    private String current = "";

    EvaluationConsole(PrintWriter terminal) {
        this.terminal = terminal;
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAndWait, "write-report"));
    }

    private void stopAndWait() {
        stop.set(true);
        try {
            if (!closed.await(SECONDS_TO_WRITE, TimeUnit.SECONDS)) {
                terminal.println("the report was not written in time");
                terminal.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the pipeline asks whether it shall go on. */
    GenerationMonitor generation() {
        return new GenerationMonitor() {
            @Override
            public boolean cancelRequested() {
                return stop.get();
            }
        };
    }

    @Override
    public boolean stopRequested() {
        return stop.get();
    }

    @Override
    public synchronized void progress(String what, int done, int all) {
        if (!what.equals(current)) {
            endLine();
            current = what;
            began = lastEvent;
            lastLine = began - BETWEEN_LINES;
        }
        lastEvent = System.nanoTime();
        Duration left = Duration.ofNanos((lastEvent - began) / done * (all - done));
        String text = "%s  %d of %d  %d:%02d:%02d left"
                .formatted(what, done, all, left.toHours(), left.toMinutesPart(), left.toSecondsPart());
        if (live) {
            int filled = WIDTH * done / all;
            terminal.printf("\r%s%s %s ", "█".repeat(filled), "░".repeat(WIDTH - filled), text);
        } else if (lastEvent - lastLine >= BETWEEN_LINES || done == all) {
            lastLine = lastEvent;
            terminal.println(text);
        }
        terminal.flush();
    }

    /** What is printed next begins a line. */
    synchronized void endLine() {
        if (live && !current.isEmpty()) {
            terminal.println();
        }
        current = "";
        terminal.flush();
    }

    @Override
    public void close() {
        endLine();
        closed.countDown();
    }
}
