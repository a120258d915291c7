package dev.darkroom.pipeline;

import dev.darkroom.denoise.noise.LatentShape;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the steps of all images of a request and shows previews. Thread-safe. */
final class RunProgress {

    private final GenerationMonitor monitor;
    private final Preview preview;
    private final int steps;
    private final AtomicInteger finished = new AtomicInteger();

    /**
     * @param steps of all images together
     */
    RunProgress(GenerationMonitor monitor, Preview preview, int steps) {
        this.monitor = monitor;
        this.preview = preview;
        this.steps = steps;
    }

    GenerationMonitor monitor() {
        return monitor;
    }

    /** One image finished a step; {@code denoised} is the best guess of its clean latent. */
    void stepped(int index, float[] denoised, LatentShape shape) {
        monitor.progress(finished.incrementAndGet(), steps);
        if (monitor.previewWanted()) {
            monitor.preview(index, preview.jpeg(denoised, shape));
        }
    }

    /** Makes a small picture of a latent. */
    interface Preview {
        byte[] jpeg(float[] latent, LatentShape shape);
    }
}
