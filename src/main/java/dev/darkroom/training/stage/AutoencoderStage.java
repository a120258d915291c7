package dev.darkroom.training.stage;

import dev.darkroom.torch.Blueprint;
import dev.darkroom.torch.Learner;
import dev.darkroom.torch.Learner.Values;
import dev.darkroom.torch.Objective;
import dev.darkroom.torch.Placement;
import dev.darkroom.torch.TorchEngine;
import dev.darkroom.training.TrainingSettings;
import dev.darkroom.training.data.Example;
import dev.darkroom.training.data.ExampleSource;
import dev.darkroom.training.optimizer.WeightTraits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Trains an {@code AutoencoderKL} on pictures and crops of them; captions are ignored. */
final class AutoencoderStage implements Stage {

    private static final String PREFIX = "vae.";

    private final TrainingSettings settings;
    private final AutoencoderSettings own;
    private final Blueprint network;
    private final WeightTraits traits;
    private final ExampleSource source;
    private final AutoencoderQuality quality;

    AutoencoderStage(
            TrainingSettings settings,
            AutoencoderSettings own,
            TorchEngine engine,
            Placement placement,
            ExampleSource source)
            throws IOException {
        this.settings = settings;
        this.own = own;
        this.network = new Blueprint(Blueprint.Kind.AUTOENCODER, settings.network());
        this.traits = new WeightTraits(settings.optimizer());
        this.source = source;
        List<float[]> unseen = HeldBack.measured(source, own.evaluated()).stream()
                .map(Example::picture)
                .map(picture -> PictureShape.square(picture, settings.size()))
                .toList();
        this.quality = new AutoencoderQuality(engine, placement, unseen, settings.size());
    }

    @Override
    public Objective objective() {
        return Objective.autoencoder(network, own.kl());
    }

    @Override
    public Map<String, Values> weights() {
        Map<String, Values> first = new FirstWeights(settings.seed()).of(network);
        PipeStart.apply(first);
        Map<String, Values> named = new LinkedHashMap<>();
        first.forEach((name, value) -> named.put(PREFIX + name, value));
        return named;
    }

    @Override
    public Learner.Traits traits(String name, long[] shape) {
        return traits.of(name, shape, 1);
    }

    @Override
    public Batches open(long position) throws IOException {
        return new AutoencoderBatches(settings, own, latentChannels(), source.open(position));
    }

    private int latentChannels() {
        return settings.network().get("latent_channels") instanceof Number n ? n.intValue() : 4;
    }

    @Override
    public Map<String, Double> evaluate(Map<String, float[]> averages, Path sample) throws IOException {
        return quality.measure(new TrainedNetwork(network, PREFIX, averages), sample);
    }

    @Override
    public void export(Map<String, float[]> averages, Path folder, Map<String, Object> facts) throws IOException {
        TrainedNetwork trained = new TrainedNetwork(network, PREFIX, averages);
        Map<String, Object> config = new LinkedHashMap<>(network.config());
        config.put("scaling_factor", quality.scalingFactor(trained));
        trained.write(folder.resolve("vae"), config);
    }

    @Override
    public void close() {}
}
