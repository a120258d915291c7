package dev.darkroom.torch;

import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Tells the attributes of pictures: a residual network with one linear head an attribute. One thread at a time. Whoever
 * opens it closes it.
 */
public final class PictureClassifier implements AutoCloseable {

    private static final int CHANNELS = 3;
    private static final String FEATURES = "features";
    private static final String HEAD = "head.";

    private final Network network;
    private final PictureClassifierConfiguration configuration;

    private PictureClassifier(Network network, PictureClassifierConfiguration configuration) {
        this.network = network;
        this.configuration = configuration;
    }

    /**
     * Loads a checkpoint.
     *
     * @throws UnsupportedNetworkException if configuration or weights do not fit
     */
    public static PictureClassifier open(TorchEngine engine, Checkpoint checkpoint, Placement placement) {
        PictureClassifierConfiguration c = PictureClassifierConfiguration.of(checkpoint);
        Network network = Network.open(
                engine,
                checkpoint,
                placement,
                "picture_classifier.py",
                c.values(placement.precision()),
                c.parameters(),
                List.of());
        return new PictureClassifier(network, c);
    }

    /** Side of the square pictures that it looks at, pixels. */
    public int side() {
        return configuration.side();
    }

    /** Numbers that a picture's features are. */
    public int features() {
        return configuration.features();
    }

    /** Shape of {@link #places}: rows, columns, numbers of each place. */
    public List<Integer> grid() {
        return List.of(
                configuration.grid(),
                configuration.grid(),
                configuration.channels().get(configuration.channels().size() - 1));
    }

    /** The classes of every attribute; an empty one means that the picture has none or another. */
    public Map<String, List<String>> attributes() {
        return configuration.attributes();
    }

    /**
     * What is to be seen.
     *
     * @param pictures planes [3, side, side] flattened, -1 to 1
     * @return for each picture, in order
     */
    public List<Judgement> judge(List<float[]> pictures) {
        int length = CHANNELS * side() * side();
        float[] all = new float[pictures.size() * length];
        for (int i = 0; i < pictures.size(); i++) {
            if (pictures.get(i).length != length) {
                throw new IllegalArgumentException(
                        "a picture of " + pictures.get(i).length + " numbers, not 3x" + side() + "x" + side());
            }
            System.arraycopy(pictures.get(i), 0, all, i * length, length);
        }
        Map<String, float[]> answers = answers(all, pictures.size());
        List<Judgement> judgements = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            judgements.add(judgement(answers, i));
        }
        return judgements;
    }

    /**
     * What is known of each place before places are put together.
     *
     * @param picture planes [3, side, side] flattened, -1 to 1
     * @return {@link #grid} flattened
     */
    public float[] places(float[] picture) {
        try (Tensors tensors = new Tensors(network.device());
                IValue x = IValue.from(tensors.floats(picture, 1, CHANNELS, side(), side()));
                IValue result = network.run("places", x)) {
            return tensors.floats(result);
        }
    }

    private Map<String, float[]> answers(float[] pictures, int count) {
        try (Tensors tensors = new Tensors(network.device());
                IValue x = IValue.from(tensors.floats(pictures, count, CHANNELS, side(), side()));
                IValue result = network.run("judge", x)) {
            Map<String, float[]> answers = new LinkedHashMap<>();
            Map<String, IValue> parts = result.toIValueMap();
            try {
                parts.forEach((name, value) -> answers.put(name, tensors.floats(value)));
            } finally {
                parts.values().forEach(IValue::close);
            }
            return answers;
        }
    }

    private Judgement judgement(Map<String, float[]> answers, int row) {
        Map<String, String> labels = new LinkedHashMap<>();
        attributes().forEach((name, classes) -> {
            float[] scores = row(answers, HEAD + name, row, classes.size());
            int best = 0;
            for (int c = 1; c < scores.length; c++) {
                best = scores[c] > scores[best] ? c : best;
            }
            labels.put(name, classes.get(best));
        });
        return new Judgement(labels, row(answers, FEATURES, row, features()));
    }

    private static float[] row(Map<String, float[]> answers, String name, int row, int width) {
        float[] all = Objects.requireNonNull(answers.get(name));
        return Arrays.copyOfRange(all, row * width, (row + 1) * width);
    }

    @Override
    public void close() {
        network.close();
    }

    /**
     * What is to be seen in one picture.
     *
     * @param labels the most probable class of every attribute
     * @param features what the heads look at
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Judgement(Map<String, String> labels, float[] features) {}
}
