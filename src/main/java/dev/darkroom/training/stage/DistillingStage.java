package dev.darkroom.training.stage;

import dev.darkroom.denoise.plan.ConsistencyPlan;
import dev.darkroom.denoise.plan.SamplingOptions;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.denoise.plan.SamplingPlanner;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.Steps;
import dev.darkroom.generation.Size;
import dev.darkroom.model.ModelDirectory;
import dev.darkroom.model.ModelFormatException;
import dev.darkroom.torch.Learner;
import dev.darkroom.torch.Learner.Values;
import dev.darkroom.torch.Objective;
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
    private final DenoisingParts parts;
    private final ModelSampler.Opener samplers;
    private final Map<String, Values> teacher;
    private final Map<String, Values> text;
    private final ConsistencyPlan plan;
    private final WeightTraits traits;
    private final DistillingQuality quality;
    private Map<String, Double> latest = Map.of();

    /** @param parts of the model; closed with this */
    DistillingStage(
            TrainingSettings settings,
            DenoisingSettings own,
            DenoisingParts parts,
            ModelSampler.Opener samplers,
            ExampleSource source)
            throws IOException {
        this.settings = settings;
        this.own = own;
        this.source = source;
        this.parts = parts;
        this.samplers = samplers;
        this.traits = new WeightTraits(settings.optimizer());
        this.plan = plan(own);
        this.teacher = parts.unetWeights(Path.of(own.unet()));
        this.text = parts.textWeights();
        Size size = new Size(settings.size(), settings.size());
        SamplingPlan drawing =
                SamplingPlanner.plan(SchedulerConfig.of(plan.scheduler()), SamplingOptions.of(Steps.of(own.steps())));
        this.quality = new DistillingQuality(plan, new PromptPictures(own.prompts(), drawing, size, UNGUIDED));
        try (ModelSampler sampler = samplers.open(trained("", numbers(teacher)))) {
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
        return TrainedNetwork.prefixed(UNET, teacher);
    }

    @Override
    public Map<String, Values> frozen() {
        Map<String, Values> frozen = TrainedNetwork.prefixed(TEACHER, teacher);
        frozen.putAll(TrainedNetwork.prefixed(TEXT, text));
        return frozen;
    }

    private static Map<String, float[]> numbers(Map<String, Values> weights) {
        Map<String, float[]> numbers = new LinkedHashMap<>();
        weights.forEach((name, value) -> numbers.put(name, value.numbers()));
        return numbers;
    }

    @Override
    public Learner.Traits traits(String name, long[] shape) {
        return traits.of(name, shape, 1);
    }

    @Override
    public Batches open(long position) throws IOException {
        LatentDraw draw = LatentDraw.open(settings, own, parts, source, position);
        return new DistillingBatches(settings.seed(), own.guidance(), plan, new CaptionIds(parts.tokenizer()), draw);
    }

    private TrainedModel trained(String prefix, Map<String, float[]> weights) {
        return new TrainedModel(
                new TrainedNetwork(parts.textNetwork(), "", numbers(text)),
                new TrainedNetwork(parts.unetNetwork(), prefix, weights));
    }

    @Override
    public Map<String, Double> evaluate(Map<String, float[]> averages, Path sample) throws IOException {
        try (ModelSampler sampler = samplers.open(trained(UNET, averages))) {
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
                .write(folder.resolve("model"), trained(UNET, averages), all, latest);
    }

    @Override
    public void close() {
        parts.close();
    }
}
