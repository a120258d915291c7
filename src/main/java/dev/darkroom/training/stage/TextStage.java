package dev.darkroom.training.stage;

import dev.darkroom.text.BytePairTraining;
import dev.darkroom.text.ClipTokenizer;
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

/** Learns a vocabulary from captions, then trains a {@code CLIPTextModel} to tell from them what is to be seen. */
final class TextStage implements Stage {

    private static final String PREFIX = "text.";
    private static final String HEAD = "head.";

    private final TrainingSettings settings;
    private final TextSettings own;
    private final ExampleSource source;
    private final TorchEngine engine;
    private final ClipTokenizer tokenizer;
    private final Attributes attributes;
    private final Blueprint network;
    private final WeightTraits traits;
    private final List<Caption> measured;

    TextStage(TrainingSettings settings, TextSettings own, TorchEngine engine, ExampleSource source)
            throws IOException {
        this.settings = settings;
        this.own = own;
        this.source = source;
        this.engine = engine;
        this.traits = new WeightTraits(settings.optimizer());
        List<Caption> trained = new ArrayList<>();
        this.measured = survey(trained);
        this.attributes = Attributes.of(trained);
        if (attributes.values().isEmpty()) {
            throw new UnusableSettingsException("the examples of " + source.description()
                    + " have no attributes to learn from; take a text encoder that is trained already");
        }
        Path folder = settings.folder().resolve("tokenizer");
        BytePairTraining training = new BytePairTraining();
        trained.forEach(caption -> caption.texts().forEach(training::read));
        int positions = ((Number) settings.network().getOrDefault("max_position_embeddings", 77)).intValue();
        int entries = training.write(folder, own.vocabulary(), positions);
        this.tokenizer = ClipTokenizer.read(folder);
        this.network = new Blueprint(Blueprint.Kind.TEXT_ENCODER, config(entries));
    }

    private List<Caption> survey(List<Caption> trained) throws IOException {
        List<Caption> held = new ArrayList<>();
        try (CaptionReader reader = CaptionReader.open(source, 0)) {
            for (int i = 0; i < own.surveyed(); i++) {
                Caption caption = reader.next();
                if (!HeldBack.is(caption.key())) {
                    trained.add(caption);
                } else if (held.size() < own.evaluated()) {
                    held.add(caption);
                }
            }
        }
        return held;
    }

    private Map<String, Object> config(int entries) {
        Map<String, Object> config = new LinkedHashMap<>(settings.network());
        config.put("vocab_size", entries);
        config.put("bos_token_id", entries - 2);
        config.put("eos_token_id", entries - 1);
        config.put("pad_token_id", entries - 1);
        return config;
    }

    @Override
    public Objective objective() {
        return Objective.text(network);
    }

    @Override
    public Map<String, Values> weights() {
        FirstWeights first = new FirstWeights(settings.seed());
        Map<String, Values> weights = new LinkedHashMap<>();
        first.of(network).forEach((name, value) -> weights.put(PREFIX + name, embedded(first, name, value)));
        int width = ((Number) network.config().getOrDefault("hidden_size", 512)).intValue();
        attributes.values().forEach((name, classes) -> {
            float[] zeros = new float[classes.size() * width];
            weights.put(HEAD + name + ".weight", new Values(zeros, classes.size(), width));
            weights.put(HEAD + name + ".bias", new Values(new float[classes.size()], classes.size()));
        });
        return weights;
    }

    /** Embeddings are looked up, not multiplied: of unit size, positions smaller. */
    private static Values embedded(FirstWeights first, String name, Values value) {
        if (name.contains("token_embedding")) {
            first.normal(value.numbers(), name, 1);
        } else if (name.contains("position_embedding")) {
            first.normal(value.numbers(), name, 0.2);
        }
        return value;
    }

    @Override
    public Learner.Traits traits(String name, long[] shape) {
        return traits.of(name, shape, 1);
    }

    @Override
    public Batches open(long position) throws IOException {
        return new TextBatches(settings, own, tokenizer, attributes, CaptionReader.open(source, position));
    }

    @Override
    public Map<String, Double> evaluate(Map<String, float[]> averages, Path sample) throws IOException {
        TrainedNetwork trained = new TrainedNetwork(network, PREFIX, averages);
        return new TextQuality(engine, tokenizer, attributes).measure(trained, averages, measured);
    }

    @Override
    public double quality(Map<String, Double> figures) {
        return figures.getOrDefault("all", 0.0);
    }

    @Override
    public void export(Map<String, float[]> averages, Path folder, Map<String, Object> facts) throws IOException {
        new TrainedNetwork(network, PREFIX, averages).writeTextEncoder(folder.resolve("text_encoder"));
    }

    @Override
    public void close() {}
}
