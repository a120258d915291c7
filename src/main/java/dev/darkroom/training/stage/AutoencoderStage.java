package dev.darkroom.training.stage;

import dev.darkroom.model.Component;
import dev.darkroom.model.ModelFormatException;
import dev.darkroom.torch.Blueprint;
import dev.darkroom.torch.Learner;
import dev.darkroom.torch.Learner.Values;
import dev.darkroom.torch.Objective;
import dev.darkroom.torch.Placement;
import dev.darkroom.torch.TorchEngine;
import dev.darkroom.training.TrainingSettings;
import dev.darkroom.training.UnusableSettingsException;
import dev.darkroom.training.data.Example;
import dev.darkroom.training.data.ExampleSource;
import dev.darkroom.training.optimizer.WeightTraits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Trains an {@code AutoencoderKL}, or its decoder alone, on pictures and crops of them; captions are ignored. */
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
        this.network = new Blueprint(
                Blueprint.Kind.AUTOENCODER,
                own.vae().isEmpty() ? settings.network() : stored(own).config());
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

    private static Component stored(AutoencoderSettings own) {
        try {
            return Component.open(Path.of(own.vae()).resolve("vae"));
        } catch (ModelFormatException e) {
            throw new UnusableSettingsException("objective.vae must hold a trained vae: " + e.getMessage(), e);
        }
    }

    @Override
    public Map<String, Values> weights() {
        return named(name -> !own.decoderOnly() || decodes(name));
    }

    @Override
    public Map<String, Values> frozen() {
        return own.decoderOnly() ? named(name -> !decodes(name)) : Map.of();
    }

    private static boolean decodes(String name) {
        return name.startsWith("decoder.") || name.startsWith("post_quant_conv.");
    }

    private Map<String, Values> named(Predicate<String> wanted) {
        Map<String, Values> named = new LinkedHashMap<>();
        first().forEach((name, value) -> {
            if (wanted.test(name)) {
                named.put(PREFIX + name, value);
            }
        });
        return named;
    }

    private Map<String, Values> first() {
        if (!own.vae().isEmpty()) {
            return StoredWeights.read(network, stored(own), "");
        }
        Map<String, Values> first = new FirstWeights(settings.seed()).of(network);
        PipeStart.apply(first);
        return first;
    }

    @Override
    public Learner.Traits traits(String name, long[] shape) {
        return traits.of(name, shape, 1);
    }

    @Override
    public Batches open(long position) throws IOException {
        return new AutoencoderBatches(settings, own, network.config(), source.open(position));
    }

    @Override
    public Map<String, Double> evaluate(Map<String, float[]> averages, Path sample) throws IOException {
        return quality.measure(trained(averages), sample);
    }

    @Override
    public double quality(Map<String, Double> figures) {
        return figures.getOrDefault("psnr", 0.0);
    }

    @Override
    public void export(Map<String, float[]> averages, Path folder, Map<String, Object> facts) throws IOException {
        TrainedNetwork trained = trained(averages);
        Map<String, Object> config = new LinkedHashMap<>(network.config());
        if (!own.decoderOnly()) {
            config.put("scaling_factor", quality.scalingFactor(trained));
        }
        trained.write(folder.resolve("vae"), config);
    }

    private TrainedNetwork trained(Map<String, float[]> averages) {
        Map<String, float[]> all = new LinkedHashMap<>(averages);
        frozen().forEach((name, value) -> all.put(name, value.numbers()));
        return new TrainedNetwork(network, PREFIX, all);
    }

    @Override
    public void close() {}
}
