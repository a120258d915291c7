package dev.darkroom.job;

import dev.darkroom.generation.Delivery;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.ImageFormat;
import dev.darkroom.generation.NoiseSource;
import dev.darkroom.generation.Output;
import dev.darkroom.generation.Sampling;
import dev.darkroom.generation.Size;
import java.util.Map;

/** Requests and submissions for tests. */
final class Requests {

    private Requests() {}

    static GenerationRequest request(long seed, int steps, int count) {
        return new GenerationRequest(
                "fake",
                "a smiley face",
                "",
                0,
                new Size(64, 64),
                count,
                seed,
                new Sampling("euler", "karras", steps, 7.5, 0, null, null, null, NoiseSource.CPU),
                null,
                new Output(ImageFormat.PNG, 90, Delivery.URL));
    }

    static Submission submission(long seed, int steps) {
        return new Submission(request(seed, steps, 1), null, "hash-" + seed, null, 0, Map.of());
    }

    static Submission withKey(String key, long seed) {
        return new Submission(request(seed, 1, 1), key, "hash-" + seed, null, 0, Map.of());
    }
}
