package dev.darkroom.job;

import dev.darkroom.generation.Delivery;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.GenerationRequestBuilder;
import dev.darkroom.generation.ImageFormat;
import dev.darkroom.generation.NoiseSource;
import dev.darkroom.generation.Output;
import dev.darkroom.generation.PromptLanguage;
import dev.darkroom.generation.SamplingBuilder;
import dev.darkroom.generation.Size;
import java.util.Map;

/** Requests and submissions for tests. */
final class Requests {

    private Requests() {}

    static GenerationRequest request(long seed, int steps, int count) {
        return GenerationRequestBuilder.builder()
                .model("fake")
                .prompt("a smiley face")
                .negativePrompt("")
                .language(PromptLanguage.webui())
                .size(new Size(64, 64))
                .count(count)
                .seed(seed)
                .sampling(SamplingBuilder.builder()
                        .sampler("euler")
                        .schedule("karras")
                        .steps(steps)
                        .guidanceScale(7.5)
                        .noise(NoiseSource.CPU)
                        .build())
                .output(new Output(ImageFormat.PNG, 90, Delivery.URL))
                .build();
    }

    static Submission submission(long seed, int steps) {
        return new Submission(request(seed, steps, 1), null, "hash-" + seed, null, 0, Map.of());
    }

    static Submission withKey(String key, long seed) {
        return new Submission(request(seed, 1, 1), key, "hash-" + seed, null, 0, Map.of());
    }
}
