package dev.darkroom.pipeline;

import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.noise.LatentShape;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the steps of all images of a request, shows previews and takes exposures. Thread-safe, each image from one thread. */
final class RunProgress {

    private static final NoiseLevel CLEAN = new NoiseLevel(0, 1, 0);

    private final GenerationMonitor monitor;
    private final Preview preview;
    private final int steps;
    private final List<Reel> reels;
    private final AtomicInteger finished = new AtomicInteger();

    /**
     * @param steps of all images together
     * @param reels one for each image
     */
    RunProgress(GenerationMonitor monitor, Preview preview, int steps, List<Reel> reels) {
        this.monitor = monitor;
        this.preview = preview;
        this.steps = steps;
        this.reels = List.copyOf(reels);
    }

    GenerationMonitor monitor() {
        return monitor;
    }

    /** One image begins a pass with this latent. */
    void began(int index, float[] latent, Pass pass) {
        Schedule schedule = pass.plan().schedule();
        NoiseLevel level = schedule.remaining() == 0 ? CLEAN : schedule.from(schedule.begin());
        reels.get(index).begin(latent, level, pass.shape());
    }

    /** One image finished a step: it is {@code latent} now, and {@code denoised} is the best guess of its clean latent. */
    void stepped(int index, float[] latent, float[] denoised, LatentShape shape) {
        reels.get(index).stepped(denoised, latent);
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
