package dev.darkroom.training.stage;

import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.generation.Size;
import dev.darkroom.latent.Autoencoder;
import dev.darkroom.torch.Batching;
import dev.darkroom.torch.UNetContext;
import dev.darkroom.torch.UNetRow;
import dev.darkroom.training.data.Example;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The error on latents that are never trained on, always with the same noise, and pictures of fixed prompts. */
final class DenoisingQuality {

    private static final long SEED = 30;

    private final NoisePlan plan;
    private final PromptPictures pictures;
    private final int factor;
    private final List<Unseen> latents = new ArrayList<>();

    DenoisingQuality(NoisePlan plan, PromptPictures pictures, Autoencoder autoencoder, List<Example> unseen) {
        this.plan = plan;
        this.pictures = pictures;
        this.factor = autoencoder.factor();
        for (Example example : unseen) {
            String caption =
                    example.captions().isEmpty() ? "" : example.captions().get(0);
            float[] latent = LatentCache.encode(autoencoder, example.picture());
            latents.add(new Unseen(latent, example.picture().size(), caption));
        }
    }

    Map<String, Double> measure(ModelSampler sampler, Path sample) throws IOException {
        pictures.write(sampler, sample);
        return errors(sampler);
    }

    /** Mean squared errors of the target, levels spread evenly; those of other sizes than the usual one by themselves. */
    private Map<String, Double> errors(ModelSampler sampler) {
        SplittableRandom random = new SplittableRandom(SEED);
        DoubleSummaryStatistics square = new DoubleSummaryStatistics();
        DoubleSummaryStatistics other = new DoubleSummaryStatistics();
        for (int i = 0; i < latents.size(); i++) {
            Unseen unseen = latents.get(i);
            NoiseLevel level = plan.at((i + 0.5) / latents.size());
            float[] noise = BatchRandom.normal(random, unseen.latent().length);
            (unseen.size().equals(pictures.size()) ? square : other).accept(error(sampler, unseen, noise, level));
        }
        Map<String, Double> errors = new LinkedHashMap<>();
        put("unseen", square, errors);
        put("unseenOtherSizes", other, errors);
        return errors;
    }

    private double error(ModelSampler sampler, Unseen unseen, float[] noise, NoiseLevel level) {
        float[] target = plan.target(unseen.latent(), noise, level);
        try (UNetContext context = sampler.context(unseen.caption())) {
            UNetRow row = new UNetRow(plan.sample(unseen.latent(), noise, level), plan.told(level), context);
            int height = unseen.size().height() / factor;
            int width = unseen.size().width() / factor;
            List<float[]> answers = sampler.unet().evaluate(List.of(row), height, width, Batching.THROUGHPUT);
            return SquareError.mean(answers.get(0), target);
        }
    }

    private static void put(String name, DoubleSummaryStatistics errors, Map<String, Double> figures) {
        if (errors.getCount() > 0) {
            figures.put(name, errors.getAverage());
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Unseen(float[] latent, Size size, String caption) {}
}
