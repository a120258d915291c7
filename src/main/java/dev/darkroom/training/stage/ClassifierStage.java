package dev.darkroom.training.stage;

import dev.darkroom.torch.Blueprint;
import dev.darkroom.torch.Learner;
import dev.darkroom.torch.Learner.Values;
import dev.darkroom.torch.Objective;
import dev.darkroom.torch.TorchEngine;
import dev.darkroom.training.TrainingSettings;
import dev.darkroom.training.UnusableSettingsException;
import dev.darkroom.training.data.ExampleSource;
import dev.darkroom.training.optimizer.WeightTraits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Trains a {@code PictureClassifier} to tell from a picture what its attributes are. */
final class ClassifierStage implements Stage {

    private static final String PREFIX = "classifier.";

    private final TrainingSettings settings;
    private final ClassifierSettings own;
    private final ExampleSource source;
    private final Attributes attributes;
    private final Blueprint network;
    private final WeightTraits traits;
    private final ClassifierQuality quality;

    ClassifierStage(TrainingSettings settings, ClassifierSettings own, TorchEngine engine, ExampleSource source)
            throws IOException {
        this.settings = settings;
        this.own = own;
        this.source = source;
        this.traits = new WeightTraits(settings.optimizer());
        this.attributes = survey();
        Map<String, Object> config = new LinkedHashMap<>(settings.network());
        config.put("attributes", attributes.values());
        this.network = new Blueprint(Blueprint.Kind.CLASSIFIER, config);
        this.quality = new ClassifierQuality(engine, attributes, HeldBack.measured(source, own.evaluated()));
    }

    private Attributes survey() throws IOException {
        List<Caption> captions = new ArrayList<>();
        try (CaptionReader reader = CaptionReader.open(source, 0)) {
            for (int i = 0; i < own.surveyed(); i++) {
                captions.add(reader.next());
            }
        }
        Attributes found = Attributes.of(captions);
        if (found.values().isEmpty()) {
            throw new UnusableSettingsException("the examples of " + source.description()
                    + " have no attributes to learn from; a classifier needs pictures that have such beside them");
        }
        return found;
    }

    @Override
    public Objective objective() {
        return Objective.classifier(network);
    }

    @Override
    public Map<String, Values> weights() {
        Map<String, Values> first = new FirstWeights(settings.seed()).of(network);
        QuietStart.apply(first);
        return TrainedNetwork.prefixed(PREFIX, first);
    }

    @Override
    public Learner.Traits traits(String name, long[] shape) {
        return traits.of(name, shape, 1);
    }

    @Override
    public Batches open(long position) throws IOException {
        int side = ((Number) settings.network().getOrDefault("sample_size", settings.size())).intValue();
        return new ClassifierBatches(
                settings, new Distortion(own.distorted()), side, attributes, source.open(position));
    }

    @Override
    public Map<String, Double> evaluate(Map<String, float[]> averages, Path sample) throws IOException {
        return quality.measure(new TrainedNetwork(network, PREFIX, averages), sample);
    }

    @Override
    public double quality(Map<String, Double> figures) {
        return figures.getOrDefault("all", 0.0);
    }

    @Override
    public void export(Map<String, float[]> averages, Path folder, Map<String, Object> facts) throws IOException {
        new TrainedNetwork(network, PREFIX, averages).write(folder.resolve("classifier"), network.config());
    }

    @Override
    public void close() {}
}
