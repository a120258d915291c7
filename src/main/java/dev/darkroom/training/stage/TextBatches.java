package dev.darkroom.training.stage;

import dev.darkroom.text.ClipTokenizer;
import dev.darkroom.torch.Learner.Values;
import dev.darkroom.training.TrainingSettings;
import dev.darkroom.training.stage.Stage.Batch;
import dev.darkroom.training.stage.Stage.Batches;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Captions as rows of ids, with the numbers of their attributes. */
final class TextBatches implements Batches {

    private final TrainingSettings settings;
    private final TextSettings own;
    private final ClipTokenizer tokenizer;
    private final Attributes attributes;
    private final CaptionReader reader;

    TextBatches(
            TrainingSettings settings,
            TextSettings own,
            ClipTokenizer tokenizer,
            Attributes attributes,
            CaptionReader reader) {
        this.settings = settings;
        this.own = own;
        this.tokenizer = tokenizer;
        this.attributes = attributes;
        this.reader = reader;
    }

    @Override
    public Batch next(long number) throws IOException {
        SplittableRandom random = BatchRandom.of(settings.seed(), number);
        int rows = settings.batch();
        int tokens = tokenizer.maxLength();
        float[] ids = new float[rows * tokens];
        float[] at = new float[rows];
        float[] after = new float[rows * tokens];
        Map<String, float[]> labels = new LinkedHashMap<>();
        attributes.values().keySet().forEach(name -> labels.put(name, new float[rows]));
        for (int row = 0; row < rows; row++) {
            Caption caption = HeldBack.trained(reader);
            int[] own = tokenizer.tokenize(text(caption, random)).ids();
            int end = end(own);
            at[row] = end + random.nextInt(tokens - end);
            for (int i = 0; i < tokens; i++) {
                ids[row * tokens + i] = own[i];
                after[row * tokens + i] = i < end ? 0 : 1;
            }
            for (Map.Entry<String, float[]> label : labels.entrySet()) {
                label.getValue()[row] = attributes.label(label.getKey(), caption);
            }
        }
        Map<String, Values> tensors = new LinkedHashMap<>();
        tensors.put("ids", new Values(ids, rows, tokens));
        tensors.put("at", new Values(at, rows));
        tensors.put("after", new Values(after, rows, tokens));
        labels.forEach((name, numbers) -> tensors.put("label." + name, new Values(numbers, rows)));
        return new Batch(tensors, rows, reader.position());
    }

    private String text(Caption caption, SplittableRandom random) {
        String text = caption.any(random);
        return random.nextDouble() < own.junk() ? Junk.inserted(text, random) : text;
    }

    /** Index of the token that ends the text: the second special one. */
    static int end(int[] ids) {
        int end = ids.length - 1;
        while (end > 1 && ids[end - 1] == ids[end]) {
            end--;
        }
        return end;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
