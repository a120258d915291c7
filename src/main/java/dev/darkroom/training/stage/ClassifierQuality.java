package dev.darkroom.training.stage;

import dev.darkroom.torch.Device;
import dev.darkroom.torch.PictureClassifier;
import dev.darkroom.torch.PictureClassifier.Judgement;
import dev.darkroom.torch.Placement;
import dev.darkroom.torch.Precision;
import dev.darkroom.torch.TorchEngine;
import dev.darkroom.training.data.ContactSheet;
import dev.darkroom.training.data.Example;
import dev.darkroom.training.export.PictureGrid;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How often a classifier is right about pictures that it was never trained on. */
final class ClassifierQuality {

    private static final int BATCH = 25;
    private static final int SHOWN = 48;
    private static final int COLUMNS = 8;

    private final TorchEngine engine;
    private final Attributes attributes;
    private final List<Example> examples;

    ClassifierQuality(TorchEngine engine, Attributes attributes, List<Example> examples) {
        this.engine = engine;
        this.attributes = attributes;
        this.examples = examples;
    }

    /**
     * Share of right answers by attribute, and of pictures of which all are right as {@code all}; a PNG of pictures with
     * what was said of them, the wrong ones first.
     */
    Map<String, Double> measure(TrainedNetwork trained, Path sample) throws IOException {
        Map<String, Double> right = new LinkedHashMap<>();
        List<Example> wrong = new ArrayList<>();
        try (PictureClassifier classifier =
                PictureClassifier.open(engine, trained, new Placement(Device.CPU, Precision.FP32))) {
            for (int from = 0; from < examples.size(); from += BATCH) {
                List<Example> batch = examples.subList(from, Math.min(examples.size(), from + BATCH));
                List<Judgement> judgements = classifier.judge(batch.stream()
                        .map(example -> PictureShape.square(example.picture(), classifier.side()))
                        .toList());
                for (int i = 0; i < batch.size(); i++) {
                    List<String> mistakes = mistakes(batch.get(i), judgements.get(i), right);
                    right.merge("all", mistakes.isEmpty() ? 1.0 : 0.0, Double::sum);
                    if (!mistakes.isEmpty()) {
                        wrong.add(captioned(batch.get(i), String.join(" ", mistakes)));
                    }
                }
            }
        }
        show(wrong, sample);
        right.replaceAll((name, count) -> count / examples.size());
        return right;
    }

    private List<String> mistakes(Example example, Judgement judgement, Map<String, Double> right) {
        Caption caption = Caption.of(example);
        List<String> mistakes = new ArrayList<>();
        attributes.values().forEach((name, classes) -> {
            String truth = classes.get(attributes.label(name, caption));
            String said = judgement.labels().getOrDefault(name, "");
            right.merge(name, said.equals(truth) ? 1.0 : 0.0, Double::sum);
            if (!said.equals(truth)) {
                mistakes.add(name + " " + truth + " not " + said);
            }
        });
        return mistakes;
    }

    private static Example captioned(Example example, String caption) {
        return new Example(example.key(), example.picture(), List.of(caption), example.attributes());
    }

    private void show(List<Example> wrong, Path sample) throws IOException {
        List<Example> shown = new ArrayList<>(wrong.subList(0, Math.min(SHOWN, wrong.size())));
        examples.stream().limit(Math.max(0, COLUMNS - shown.size())).forEach(shown::add);
        PictureGrid.write(sample, List.of(ContactSheet.of(shown, COLUMNS)), 1);
    }
}
