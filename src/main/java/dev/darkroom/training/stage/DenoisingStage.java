package dev.darkroom.training.stage;

import dev.darkroom.denoise.plan.SamplingOptions;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.denoise.plan.SamplingPlanner;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.Steps;
import dev.darkroom.generation.Size;
import dev.darkroom.torch.Learner;
import dev.darkroom.torch.Learner.Values;
import dev.darkroom.torch.Objective;
import dev.darkroom.training.TrainingSettings;
import dev.darkroom.training.data.Example;
import dev.darkroom.training.data.ExampleSource;
import dev.darkroom.training.optimizer.WeightTraits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Trains a {@code UNet2DConditionModel} in the latent space of an autoencoder, and its text encoder along with it. */
final class DenoisingStage implements Stage {

    private static final String TEXT = "text.";
    private static final String UNET = "unet.";

    private final TrainingSettings settings;
    private final DenoisingSettings own;
    private final ExampleSource source;
    private final DenoisingParts parts;
    private final ModelSampler.Opener samplers;
    private final NoisePlan plan;
    private final WeightTraits traits;
    private final LowRank lowRank;
    private final DenoisingQuality quality;
    private Map<String, Double> latest = Map.of();

    /** @param parts of the model; closed with this */
    DenoisingStage(
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
        this.plan = new TimestepPlan(settings.scheduler(), own);
        this.traits = new WeightTraits(settings.optimizer());
        this.lowRank = new LowRank(Math.max(1, own.loraRank()), own.loraAlpha());
        List<Example> unseen = HeldBack.measured(source, own.evaluated());
        Size size = new Size(settings.size(), settings.size());
        SamplingPlan drawing = SamplingPlanner.plan(
                SchedulerConfig.of(settings.scheduler()), SamplingOptions.of(Steps.of(own.steps())));
        PromptPictures pictures = new PromptPictures(own.prompts(), drawing, size, own.guidance());
        this.quality = new DenoisingQuality(plan, pictures, parts.autoencoder(), unseen);
    }

    @Override
    public Objective objective() {
        double scale = adapts() ? lowRank.scale() : 1;
        return Objective.denoising(parts.textNetwork(), parts.unetNetwork(), scale, own.align());
    }

    private boolean adapts() {
        return own.loraRank() > 0;
    }

    @Override
    public Map<String, Values> weights() {
        FirstWeights first = new FirstWeights(settings.seed());
        if (adapts()) {
            return lowRank.begin(frozen(), first);
        }
        Map<String, Values> weights = networks();
        if (parts.alignment() != null) {
            weights.putAll(parts.alignment().projection(parts.unetNetwork(), first));
        }
        return weights;
    }

    @Override
    public Map<String, Values> frozen() {
        return adapts() ? networks() : Map.of();
    }

    private Map<String, Values> networks() {
        Map<String, Values> weights = TrainedNetwork.prefixed(TEXT, parts.textWeights());
        weights.putAll(TrainedNetwork.prefixed(UNET, unet()));
        return weights;
    }

    private Map<String, Values> unet() {
        if (!own.unet().isEmpty()) {
            return parts.unetWeights(Path.of(own.unet()));
        }
        Map<String, Values> first = new FirstWeights(settings.seed()).of(parts.unetNetwork());
        QuietStart.apply(first);
        return first;
    }

    @Override
    public Learner.Traits traits(String name, long[] shape) {
        return traits.of(name, shape, name.startsWith(TEXT) ? own.textRate() : 1);
    }

    @Override
    public Batches open(long position) throws IOException {
        LatentDraw draw = LatentDraw.open(settings, own, parts, source, position);
        return new DenoisingBatches(settings.seed(), own, plan, new CaptionIds(parts.tokenizer()), draw);
    }

    @Override
    public Map<String, Double> evaluate(Map<String, float[]> learned, Path sample) throws IOException {
        Map<String, float[]> averages = adapts() ? lowRank.merged(frozen(), learned) : learned;
        try (ModelSampler sampler = samplers.open(trained(averages))) {
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
        if (adapts()) {
            lowRank.write(folder.resolve("lora.safetensors"), averages);
            return;
        }
        new ModelExport(settings, parts, settings.scheduler(), own.steps(), own.guidance(), source.description())
                .write(folder.resolve("model"), trained(averages), facts, latest);
    }

    private TrainedModel trained(Map<String, float[]> averages) {
        return new TrainedModel(
                new TrainedNetwork(parts.textNetwork(), TEXT, averages),
                new TrainedNetwork(parts.unetNetwork(), UNET, averages));
    }

    @Override
    public void close() {
        parts.close();
    }
}
