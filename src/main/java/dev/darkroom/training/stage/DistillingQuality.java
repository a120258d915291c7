package dev.darkroom.training.stage;

import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.forward.ForwardProcess;
import dev.darkroom.denoise.plan.ConsistencyPlan;
import dev.darkroom.generation.Size;
import dev.darkroom.latent.Autoencoder;
import dev.darkroom.training.data.Example;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How far a student's jumps end from where its teacher's whole paths do, on latents that are never trained on, always with
 * the same noise; and pictures of fixed prompts in few steps.
 */
final class DistillingQuality {

    private static final long SEED = 30;

    /** What the student is asked with: its answers are guided already. */
    private static final double UNGUIDED = 1;

    private static final Noise NO_NOISE = () -> {
        throw new IllegalStateException("neither path nor jump draws noise");
    };

    private final ConsistencyPlan plan;
    private final PromptPictures pictures;
    private final List<Walked> paths = new ArrayList<>();

    DistillingQuality(ConsistencyPlan plan, PromptPictures pictures) {
        this.plan = plan;
        this.pictures = pictures;
    }

    /** Walks the teacher's path from a noisy latent of each example, levels spread evenly. */
    void walk(ModelSampler teacher, double guidance, Autoencoder autoencoder, List<Example> unseen) {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < unseen.size(); i++) {
            Example example = unseen.get(i);
            String caption =
                    example.captions().isEmpty() ? "" : example.captions().get(0);
            float[] clean = LatentCache.encode(autoencoder, example.picture());
            int index = plan.levels() * (2 * i + 1) / (2 * unseen.size());
            float[] noisy = ForwardProcess.noised(clean, BatchRandom.normal(random, clean.length), plan.level(index));
            Size size = example.picture().size();
            float[] end = teacher.run(plan.path(index), size, noisy, caption, guidance, NO_NOISE);
            paths.add(new Walked(noisy, index, end, size, caption));
        }
    }

    /** The mean squared error of the jumps. */
    Map<String, Double> measure(ModelSampler student, Path sample) throws IOException {
        pictures.write(student, sample);
        double sum = 0;
        for (Walked path : paths) {
            float[] jumped =
                    student.run(plan.jump(path.index()), path.size(), path.noisy(), path.caption(), UNGUIDED, NO_NOISE);
            sum += SquareError.mean(jumped, path.end());
        }
        return Map.of("unseen", sum / paths.size());
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Walked(float[] noisy, int index, float[] end, Size size, String caption) {}
}
