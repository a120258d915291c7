package dev.darkroom.pipeline;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.NoiseLevel;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A denoiser that counts its evaluations and ends a run that is cancelled or takes too long. Used by one thread. */
final class WatchedDenoiser implements Denoiser {

    private final Denoiser denoiser;
    private final BooleanSupplier cancelled;
    private final Duration patience;
    private final long start = System.nanoTime();
    private int evaluations;

    WatchedDenoiser(Denoiser denoiser, BooleanSupplier cancelled, Duration patience) {
        this.denoiser = denoiser;
        this.cancelled = cancelled;
        this.patience = patience;
    }

    @Override
    public float[] denoise(float[] x, NoiseLevel level) {
        if (cancelled.getAsBoolean()) {
            throw new GenerationCancelledException();
        }
        if (System.nanoTime() - start > patience.toNanos()) {
            throw new GenerationFailedException(
                    "generation-failed",
                    "The likelihood took longer than " + patience.toMinutes() + " minutes and " + evaluations
                            + " network evaluations; ask for fewer probes, a larger tolerance or a smaller size.",
                    false,
                    null);
        }
        evaluations++;
        return denoiser.denoise(x, level);
    }

    int evaluations() {
        return evaluations;
    }
}
