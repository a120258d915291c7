package dev.darkroom.training.stage;

import dev.darkroom.denoise.plan.SamplingOptions;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.denoise.plan.SamplingPlanner;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.Steps;
import dev.darkroom.generation.Size;
import dev.darkroom.latent.PixelSpace;
import dev.darkroom.model.ModelDirectory;
import dev.darkroom.torch.Blueprint;
import dev.darkroom.torch.Learner;
import dev.darkroom.torch.Learner.Values;
import dev.darkroom.torch.Objective;
import dev.darkroom.torch.Placement;
import dev.darkroom.torch.TorchEngine;
import dev.darkroom.torch.UNet2D;
import dev.darkroom.training.TrainingSettings;
import dev.darkroom.training.data.ExampleSource;
import dev.darkroom.training.export.PixelModelFolder;
import dev.darkroom.training.optimizer.WeightTraits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Trains a {@code UNet2DModel} on pictures themselves, of a class each if there are such: by the noise of timesteps (Ho
 * et al. 2020) or, with the scheduler of a score model, by denoising score matching.
 */
final class PixelStage implements Stage {

    private static final String PREFIX = "unet.";
    private static final int COLOURS = 3;

    /** Random Fourier features of the logarithm of sigma: they stay as they are. */
    private static final String FEATURES = "time_proj.weight";

    private static final double FEATURE_SCALE = 16;

    /** So coarse that half precision holds the features exactly. */
    private static final double FEATURE_STEP = 0x1p-4;

    private final TrainingSettings settings;
    private final PixelSettings own;
    private final ExampleSource source;
    private final TorchEngine engine;
    private final Placement placement;
    private final PixelData data;
    private final NoisePlan plan;
    private final Blueprint network;
    private final WeightTraits traits;
    private final PixelQuality quality;
    private Map<String, Double> latest = Map.of();

    /** @param plan levels and targets, those of {@code settings.scheduler()} */
    PixelStage(
            TrainingSettings settings,
            PixelSettings own,
            NoisePlan plan,
            TorchEngine engine,
            Placement placement,
            ExampleSource source)
            throws IOException {
        this.settings = settings;
        this.own = own;
        this.source = source;
        this.engine = engine;
        this.placement = placement;
        this.plan = plan;
        this.data = new PixelData(
                ClassLabels.of(source, own.classes(), own.surveyed()),
                new PixelSpace(COLOURS, ModelDirectory.black(PixelModelFolder.pipeline(settings.scheduler()))),
                new Size(settings.size(), settings.size()));
        this.network = new Blueprint(Blueprint.Kind.PIXEL_UNET, config());
        this.traits = new WeightTraits(settings.optimizer());
        SamplingPlan drawing = SamplingPlanner.plan(
                SchedulerConfig.of(settings.scheduler()), SamplingOptions.of(Steps.of(own.steps())));
        this.quality = new PixelQuality(own, plan, drawing, data, HeldBack.measured(source, own.evaluated()));
    }

    private Map<String, Object> config() {
        Map<String, Object> config = new LinkedHashMap<>(settings.network());
        config.put("sample_size", settings.size());
        if (data.labels().count() > 0) {
            config.put("num_class_embeds", data.labels().count());
        }
        return config;
    }

    @Override
    public Objective objective() {
        return Objective.pixels(network);
    }

    @Override
    public Map<String, Values> weights() {
        FirstWeights first = new FirstWeights(settings.seed());
        Map<String, Values> weights = first.of(network);
        QuietStart.apply(weights);
        Values features = weights.get(FEATURES);
        if (features != null) {
            float[] numbers = first.normal(features.numbers(), FEATURES, FEATURE_SCALE);
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = (float) (FEATURE_STEP * Math.rint(numbers[i] / FEATURE_STEP));
            }
        }
        return TrainedNetwork.prefixed(PREFIX, weights);
    }

    @Override
    public Learner.Traits traits(String name, long[] shape) {
        return name.endsWith(FEATURES) ? new Learner.Traits(0, 0, false) : traits.of(name, shape, 1);
    }

    @Override
    public Batches open(long position) throws IOException {
        return new PixelBatches(settings, own, plan, data, source.open(position));
    }

    @Override
    public Map<String, Double> evaluate(Map<String, float[]> averages, Path sample) throws IOException {
        try (UNet2D unet = UNet2D.open(engine, new TrainedNetwork(network, PREFIX, averages), placement)) {
            latest = quality.measure(unet, sample);
        }
        return latest;
    }

    @Override
    public double quality(Map<String, Double> figures) {
        return -figures.getOrDefault("unseen", 0.0);
    }

    @Override
    public void export(Map<String, float[]> averages, Path folder, Map<String, Object> facts) throws IOException {
        List<String> names = data.labels().names();
        PixelModelFolder model = new PixelModelFolder(folder.resolve("model"), settings.scheduler());
        new TrainedNetwork(network, PREFIX, averages).write(model.unet(), network.config());
        model.scheduler();
        model.descriptor(names, own.steps(), own.guidance(), "Trained on " + source.description() + ".");
        Map<String, Object> all = new LinkedHashMap<>(facts);
        all.put("classes", names.isEmpty() ? "none" : String.join(", ", names));
        model.card(source.description(), all, new TreeMap<>(latest));
    }

    @Override
    public void close() {}
}
