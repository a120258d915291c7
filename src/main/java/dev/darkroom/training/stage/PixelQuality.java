package dev.darkroom.training.stage;

import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.StepObserver;
import dev.darkroom.denoise.guidance.ClassifierFreeGuidance;
import dev.darkroom.denoise.guidance.Network;
import dev.darkroom.denoise.noise.CpuGenerator;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.generation.Size;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PicturePlanes;
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
    private static final int CHANNELS = 3;

    private final PixelSettings own;
    private final NoisePlan plan;
    private final SamplingPlan drawing;
    private final ClassLabels labels;
    private final Size size;
    private final List<Example> unseen;

    PixelQuality(
            PixelSettings own,
            NoisePlan plan,
            SamplingPlan drawing,
            ClassLabels labels,
            Size size,
            List<Example> unseen) {
        this.own = own;
        this.plan = plan;
        this.drawing = drawing;
        this.labels = labels;
        this.size = size;
        this.unseen = unseen;
    }

    Map<String, Double> measure(UNet2D unet, Path sample) throws IOException {
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < own.drawn(); i++) {
            pictures.add(
                    draw(unet, labels.names().isEmpty() ? 0 : i % labels.names().size(), i));
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
        float[] clean = PicturePlanes.signed(example.picture());
        float[] noise = BatchRandom.normal(random, clean.length);
        try (UNetContext context = unet.context(labels.of(Caption.of(example)))) {
            UNetRow row = new UNetRow(plan.sample(clean, noise, level), plan.told(level), context);
            float[] answer = evaluate(unet, List.of(row)).get(0);
            return plan.weight(level) * SquareError.mean(answer, plan.target(clean, noise, level));
        }
    }

    /** The picture of a class and a seed; models without classes have one. */
    private Picture draw(UNet2D unet, int label, long seed) {
        int count = Math.toIntExact(CHANNELS * size.pixels());
        CpuGenerator generator = new CpuGenerator(seed);
        Network<UNetContext> network = (input, timestep, contexts) -> evaluate(
                unet,
                contexts.stream()
                        .map(context -> new UNetRow(input, timestep, context))
                        .toList());
        try (UNetContext conditional = unet.context(label);
                UNetContext unconditional = unet.context(labels.hidden())) {
            double guidance = labels.names().isEmpty() ? 1 : own.guidance();
            float[] planes = drawing.run(
                    drawing.initial(generator.normals(count)),
                    drawing.denoiser(network, new ClassifierFreeGuidance<>(conditional, unconditional, guidance, 0)),
                    () -> generator.normals(count),
                    StepObserver.none());
            return PicturePlanes.fromSigned(planes, size);
        }
    }

    private List<float[]> evaluate(UNet2D unet, List<UNetRow> rows) {
        return unet.evaluate(rows, size.height(), size.width(), Batching.THROUGHPUT);
    }
}
