package dev.darkroom.training.stage;

import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.StepObserver;
import dev.darkroom.denoise.guidance.ClassifierFreeGuidance;
import dev.darkroom.denoise.guidance.Network;
import dev.darkroom.denoise.noise.CpuGenerator;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.image.Picture;
import dev.darkroom.torch.Batching;
import dev.darkroom.torch.UNet2D;
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

/** The weighted error on pictures that are never trained on, always with the same noise; and drawn pictures. */
final class PixelQuality {

    private static final long SEED = 30;
    private static final int COLUMNS = 8;

    private final PixelSettings own;
    private final NoisePlan plan;
    private final SamplingPlan drawing;
    private final PixelData data;
    private final List<Example> unseen;

    PixelQuality(PixelSettings own, NoisePlan plan, SamplingPlan drawing, PixelData data, List<Example> unseen) {
        this.own = own;
        this.plan = plan;
        this.drawing = drawing;
        this.data = data;
        this.unseen = unseen;
    }

    Map<String, Double> measure(UNet2D unet, Path sample) throws IOException {
        List<Picture> pictures = new ArrayList<>();
        int classes = Math.max(1, data.labels().names().size());
        for (int i = 0; i < own.drawn(); i++) {
            pictures.add(draw(unet, i % classes, i));
        }
        PictureGrid.write(sample, pictures, COLUMNS);
        SplittableRandom random = new SplittableRandom(SEED);
        double sum = 0;
        for (int i = 0; i < unseen.size(); i++) {
            NoiseLevel level = plan.at((i + 0.5) / unseen.size());
            sum += error(unet, unseen.get(i), level, random);
        }
        return Map.of("unseen", sum / unseen.size());
    }

    private double error(UNet2D unet, Example example, NoiseLevel level, SplittableRandom random) {
        float[] clean = data.clean(example);
        float[] noise = BatchRandom.normal(random, clean.length);
        try (UNetContext context = unet.context(data.label(example))) {
            UNetRow row = new UNetRow(plan.sample(clean, noise, level), plan.told(level), context);
            float[] answer = evaluate(unet, List.of(row)).get(0);
            return plan.weight(level) * SquareError.mean(answer, plan.target(clean, noise, level));
        }
    }

    /** The picture of a class and a seed; models without classes have one. */
    private Picture draw(UNet2D unet, int label, long seed) {
        CpuGenerator generator = new CpuGenerator(seed);
        Network<UNetContext> network = (input, timestep, contexts) -> evaluate(
                unet,
                contexts.stream()
                        .map(context -> new UNetRow(input, timestep, context))
                        .toList());
        try (UNetContext conditional = unet.context(label);
                UNetContext unconditional = unet.context(data.labels().hidden())) {
            double guidance = data.labels().names().isEmpty() ? 1 : own.guidance();
            float[] planes = drawing.run(
                    drawing.initial(generator.normals(data.values())),
                    drawing.denoiser(network, new ClassifierFreeGuidance<>(conditional, unconditional, guidance, 0)),
                    () -> generator.normals(data.values()),
                    StepObserver.none());
            return data.picture(planes);
        }
    }

    private List<float[]> evaluate(UNet2D unet, List<UNetRow> rows) {
        return unet.evaluate(rows, data.size().height(), data.size().width(), Batching.THROUGHPUT);
    }
}
