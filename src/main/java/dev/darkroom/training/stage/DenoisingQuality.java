package dev.darkroom.training.stage;

import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.image.Picture;
import dev.darkroom.latent.Autoencoder;
import dev.darkroom.torch.Batching;
import dev.darkroom.torch.UNetContext;
import dev.darkroom.torch.UNetRow;
import dev.darkroom.training.data.Example;
import dev.darkroom.training.export.PictureGrid;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The error on latents that are never trained on, always with the same noise, and pictures of fixed prompts. */
final class DenoisingQuality {

    private static final long SEED = 30;
    private static final int SEEDS = 2;
    private static final int COLUMNS = 8;

    private final DenoisingSettings own;
    private final NoisePlan plan;
    private final int latent;
    private final List<float[]> latents = new ArrayList<>();
    private final List<String> captions = new ArrayList<>();

    DenoisingQuality(DenoisingSettings own, NoisePlan plan, Autoencoder autoencoder, List<Example> unseen, int side) {
        this.own = own;
        this.plan = plan;
        this.latent = side / autoencoder.factor();
        for (Example example : unseen) {
            latents.add(LatentCache.encode(autoencoder, example, side));
            captions.add(example.captions().isEmpty() ? "" : example.captions().get(0));
        }
    }

    Map<String, Double> measure(ModelSampler sampler, Path sample) throws IOException {
        List<Picture> pictures = new ArrayList<>();
        for (String prompt : own.prompts()) {
            for (int seed = 0; seed < SEEDS; seed++) {
                pictures.add(sampler.draw(prompt, seed, own.guidance()));
            }
        }
        if (!pictures.isEmpty()) {
            PictureGrid.write(sample, pictures, COLUMNS);
        }
        return Map.of("unseen", error(sampler));
    }

    /** Mean squared error of the target, levels spread evenly. */
    private double error(ModelSampler sampler) {
        SplittableRandom random = new SplittableRandom(SEED);
        double sum = 0;
        for (int i = 0; i < latents.size(); i++) {
            NoiseLevel level = plan.at((i + 0.5) / latents.size());
            float[] noise = BatchRandom.normal(random, latents.get(i).length);
            float[] target = plan.target(latents.get(i), noise, level);
            try (UNetContext context = sampler.context(captions.get(i))) {
                UNetRow row = new UNetRow(plan.sample(latents.get(i), noise, level), level.timestep(), context);
                float[] answer = sampler.unet()
                        .evaluate(List.of(row), latent, latent, Batching.THROUGHPUT)
                        .get(0);
                sum += squareError(answer, target);
            }
        }
        return sum / latents.size();
    }

    private static double squareError(float[] answer, float[] target) {
        double squares = 0;
        for (int i = 0; i < target.length; i++) {
            squares += Math.pow(answer[i] - target[i], 2);
        }
        return squares / target.length;
    }
}
