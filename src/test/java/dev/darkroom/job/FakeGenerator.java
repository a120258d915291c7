package dev.darkroom.job;

import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.pipeline.Generation;
import dev.darkroom.pipeline.GenerationCancelledException;
import dev.darkroom.pipeline.GenerationMonitor;
import dev.darkroom.pipeline.ImageGenerator;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes pictures without a network: each evaluation is a sleep and a number that depends on the seed and on the
 * evaluations before it, so that a replay that is not exact gives another picture.
 */
class FakeGenerator implements ImageGenerator {

    private final Duration evaluation;

    /** @param evaluation how long one denoising step takes */
    FakeGenerator(Duration evaluation) {
        this.evaluation = evaluation;
    }

    /** The bytes of a picture. */
    static byte[] picture(long seed, int steps) {
        float x = seed;
        for (int step = 0; step < steps; step++) {
            x = denoise(x);
        }
        return ByteBuffer.allocate(12).putLong(seed).putFloat(x).array();
    }

    @Override
    public Generation generate(GenerationRequest request, GenerationMonitor monitor) {
        List<Generation.Image> images = new ArrayList<>();
        int steps = request.sampling().steps();
        for (int index = 0; index < request.count(); index++) {
            long seed = request.seed() + index;
            float x = seed;
            List<float[]> recorded = monitor.recorded(index);
            for (int step = 0; step < steps; step++) {
                x = step < recorded.size() ? recorded.get(step)[0] : evaluate(x, monitor);
                if (step >= recorded.size()) {
                    monitor.record(index, step, new float[] {x});
                }
                stepped(index, step, monitor);
                monitor.progress(index * steps + step + 1, steps * request.count());
                if (monitor.previewWanted()) {
                    monitor.preview(index, new byte[] {(byte) step});
                }
            }
            byte[] bytes = ByteBuffer.allocate(12).putLong(seed).putFloat(x).array();
            images.add(new Generation.Image(
                    index, seed, request.size(), request.output().format(), bytes));
        }
        Duration time = evaluation.multipliedBy((long) steps * request.count());
        return new Generation(
                images,
                List.of(),
                new Generation.Timings(Duration.ZERO, time, Duration.ZERO, Duration.ZERO),
                List.of(),
                Map.of());
    }

    /** For tests that want to know or to interfere. */
    void stepped(int index, int step, GenerationMonitor monitor) {}

    private float evaluate(float x, GenerationMonitor monitor) {
        if (monitor.cancelRequested()) {
            throw new GenerationCancelledException();
        }
        try {
            Thread.sleep(evaluation.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return denoise(x);
    }

    private static float denoise(float x) {
        return x * 0.75f + 1;
    }
}
