package dev.darkroom.training.stage;

import dev.darkroom.denoise.plan.ConsistencyPlan;
import dev.darkroom.denoise.plan.SamplingOptions;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.denoise.plan.SamplingPlanner;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.Steps;
import dev.darkroom.generation.Size;
import dev.darkroom.model.Component;
import dev.darkroom.model.ModelDirectory;
import dev.darkroom.model.ModelFormatException;
import dev.darkroom.torch.Learner;
import dev.darkroom.torch.Learner.Values;
import dev.darkroom.torch.Objective;
import dev.darkroom.torch.Placement;
import dev.darkroom.torch.TorchEngine;
import dev.darkroom.training.TrainingSettings;
import dev.darkroom.training.UnusableSettingsException;
import dev.darkroom.training.data.ExampleSource;
import dev.darkroom.training.optimizer.WeightTraits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Trains a copy of a model's UNet to need few steps and no guidance: latent consistency distillation, Luo et al. 2023,
 * <a href="https://arxiv.org/abs/2310.04378">arXiv:2310.04378</a>. The model in {@code objective.unet} teaches at one
 * guidance scale; its text encoder, autoencoder and levels stay as they are.
 */
final class DistillingStage implements Stage {

    private static final String TEXT = "text.";
    private static final String UNET = "unet.";
    private static final String TEACHER = "teacher.";

    /** What the student is asked with: its answers are guided already. */
    private static final double UNGUIDED = 1;

    private final TrainingSettings settings;
    private final DenoisingSettings own;
    private final ExampleSource source;
    private final TorchEngine engine;
    private final Placement placement;
    private final DenoisingParts parts;
    private final Map<String, Values> teacher;
    private final Map<String, Values> text;
    private final ConsistencyPlan plan;
    private final WeightTraits traits;
    private final DistillingQuality quality;
    private Map<String, Double> latest = Map.of();

    DistillingStage(
            TrainingSettings settings,
            DenoisingSettings own,
            TorchEngine engine,
            Placement placement,
            ExampleSource source)
            throws IOException {
        this.settings = settings;
        this.own = own;
        this.source = source;
        this.engine = engine;
        this.placement = placement;
        this.traits = new WeightTraits(settings.optimizer());
        this.plan = plan(own);
        this.parts = DenoisingParts.open(settings, own, engine, placement);
        Component stored = Component.open(Path.of(own.unet()).resolve("unet"));
        this.teacher = StoredWeights.read(parts.unetNetwork(), stored, "");
        this.text = StoredWeights.read(parts.textNetwork(), parts.text(), "text_model.");
        Size size = new Size(settings.size(), settings.size());
        SamplingPlan drawing =
                SamplingPlanner.plan(SchedulerConfig.of(plan.scheduler()), SamplingOptions.of(Steps.of(own.steps())));
        this.quality = new DistillingQuality(plan, new PromptPictures(own.prompts(), drawing, size, UNGUIDED));
        try (ModelSampler sampler = sampler(floats(TEACHER, teacher), TEACHER)) {
            quality.walk(sampler, own.guidance(), parts.autoencoder(), HeldBack.measured(source, own.evaluated()));
        }
    }

    private static ConsistencyPlan plan(DenoisingSettings own) {
        try {
            return new ConsistencyPlan(ModelDirectory.open(Path.of(own.unet())).scheduler(), own.distil());
        } catch (ModelFormatException e) {
            throw new UnusableSettingsException(
                    "objective.unet must be a whole model, which teaches: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new UnusableSettingsException("objective.distil: " + e.getMessage(), e);
        }
    }

    @Override
    public Objective objective() {
        return Objective.distilling(parts.textNetwork(), parts.unetNetwork());
    }

    @Override
    public Map<String, Values> weights() {
        return named(UNET, teacher);
    }

    @Override
    public Map<String, Values> frozen() {
        Map<String, Values> frozen = named(TEACHER, teacher);
        frozen.putAll(named(TEXT, text));
        return frozen;
    }

    private static Map<String, Values> named(String prefix, Map<String, Values> weights) {
        Map<String, Values> named = new LinkedHashMap<>();
        weights.forEach((name, value) -> named.put(prefix + name, value));
        return named;
    }

    private static Map<String, float[]> floats(String prefix, Map<String, Values> weights) {
        Map<String, float[]> named = new LinkedHashMap<>();
        weights.forEach((name, value) -> named.put(prefix + name, value.numbers()));
        return named;
    }

    @Override
    public Learner.Traits traits(String name, long[] shape) {
        return traits.of(name, shape, 1);
    }

    @Override
    public Batches open(long position) throws IOException {
        LatentDraw draw = LatentDraw.open(settings, own, parts, source, position);
        return new DistillingBatches(settings.seed(), own.guidance(), plan, parts.tokenizer(), draw);
    }

    private ModelSampler sampler(Map<String, float[]> weights, String prefix) {
        return new ModelSampler(
                engine,
                placement,
                parts,
                new TrainedNetwork(parts.textNetwork(), TEXT, floats(TEXT, text)),
                new TrainedNetwork(parts.unetNetwork(), prefix, weights));
    }

    @Override
    public Map<String, Double> evaluate(Map<String, float[]> averages, Path sample) throws IOException {
        try (ModelSampler sampler = sampler(averages, UNET)) {
            latest = quality.measure(sampler, sample);
        }
        return latest;
    }

    @Override
    public double quality(Map<String, Double> figures) {
        return -figures.getOrDefault("unseen", 0.0);
    }

    @Override
    public void export(Map<String, float[]> averages, Path folder, Map<String, Object> facts) throws IOException {
        String data =
                source.description() + ", distilled from " + Path.of(own.unet()).getFileName();
        Map<String, Object> all = new LinkedHashMap<>(facts);
        all.put("teacher's guidance", own.guidance());
        new ModelExport(settings, parts, plan.scheduler(), own.steps(), UNGUIDED, data)
                .write(
                        folder.resolve("model"),
                        new TrainedNetwork(parts.textNetwork(), TEXT, floats(TEXT, text)),
                        new TrainedNetwork(parts.unetNetwork(), UNET, averages),
                        all,
                        latest);
    }

    @Override
    public void close() {
        parts.close();
    }
}
