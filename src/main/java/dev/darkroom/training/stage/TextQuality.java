package dev.darkroom.training.stage;

import dev.darkroom.text.ClipTokenizer;
import dev.darkroom.torch.ClipTextModel;
import dev.darkroom.torch.Device;
import dev.darkroom.torch.Placement;
import dev.darkroom.torch.Precision;
import dev.darkroom.torch.TorchEngine;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/** How often the heads are right about captions that were never trained on. */
final class TextQuality {

    private static final long SEED = 20;

    private final TorchEngine engine;
    private final ClipTokenizer tokenizer;
    private final Attributes attributes;

    TextQuality(TorchEngine engine, ClipTokenizer tokenizer, Attributes attributes) {
        this.engine = engine;
        this.tokenizer = tokenizer;
        this.attributes = attributes;
    }

    /** Share of right answers by attribute, and of captions of which all are right as {@code all}. */
    Map<String, Double> measure(TrainedNetwork trained, Map<String, float[]> weights, List<Caption> captions) {
        Map<String, Double> right = new LinkedHashMap<>();
        SplittableRandom random = new SplittableRandom(SEED);
        try (ClipTextModel text = ClipTextModel.open(engine, trained, new Placement(Device.CPU, Precision.FP32))) {
            for (Caption caption : captions) {
                int[] ids = tokenizer.tokenize(caption.any(random)).ids();
                float[] hidden = text.encode(ids, 0, true).hidden();
                int end = TextBatches.end(ids) * text.width();
                float[] state = Arrays.copyOfRange(hidden, end, end + text.width());
                boolean all = true;
                for (String name : attributes.values().keySet()) {
                    boolean hit = answer(weights, name, state) == attributes.label(name, caption);
                    right.merge(name, hit ? 1.0 : 0.0, Double::sum);
                    all &= hit;
                }
                right.merge("all", all ? 1.0 : 0.0, Double::sum);
            }
        }
        right.replaceAll((name, count) -> count / captions.size());
        return right;
    }

    private static int answer(Map<String, float[]> weights, String name, float[] state) {
        float[] matrix = Objects.requireNonNull(weights.get("head." + name + ".weight"));
        float[] bias = Objects.requireNonNull(weights.get("head." + name + ".bias"));
        int best = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < bias.length; c++) {
            double score = bias[c];
            for (int i = 0; i < state.length; i++) {
                score += matrix[c * state.length + i] * state[i];
            }
            if (score > highest) {
                highest = score;
                best = c;
            }
        }
        return best;
    }
}
