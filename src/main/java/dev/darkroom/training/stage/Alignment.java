package dev.darkroom.training.stage;

import dev.darkroom.generation.Size;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureFit;
import dev.darkroom.image.PicturePlanes;
import dev.darkroom.image.ResampleFilter;
import dev.darkroom.model.Component;
import dev.darkroom.model.EmbeddedJudge;
import dev.darkroom.model.ModelFormatException;
import dev.darkroom.torch.Blueprint;
import dev.darkroom.torch.Device;
import dev.darkroom.torch.Learner.Values;
import dev.darkroom.torch.PictureClassifier;
import dev.darkroom.torch.Placement;
import dev.darkroom.torch.Precision;
import dev.darkroom.torch.TorchEngine;
import dev.darkroom.torch.UnsupportedNetworkException;
import dev.darkroom.training.UnusableSettingsException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the UNet's middle is aligned with: what a classifier sees, place by place, in the middle square of the clean
 * picture (Yu et al. 2024, <a href="https://arxiv.org/abs/2410.06940">arXiv:2410.06940</a>). One thread at a time. Whoever
 * opens it closes it.
 */
final class Alignment implements Closeable {

    /** A weight whose first dimension is the width of the UNet's middle. */
    private static final String MIDDLE = "mid_block.resnets.1.conv2.bias";

    private static final int HIDDEN = 256;

    private final PictureClassifier classifier;
    private final String origin;

    private Alignment(PictureClassifier classifier, String origin) {
        this.classifier = classifier;
        this.origin = origin;
    }

    /**
     * Opens a classifier.
     *
     * @param folder with its {@code config.json}; empty for the one in the jar
     * @throws UnusableSettingsException if there is none
     */
    static Alignment open(String folder, TorchEngine engine) throws IOException {
        if (folder.isEmpty()) {
            // its files are gone before it is closed: what is mapped of them stays
            try (EmbeddedJudge judge = EmbeddedJudge.unpack()) {
                return new Alignment(classifier(judge.folder(), engine), "the embedded judge");
            }
        }
        try {
            return new Alignment(classifier(Path.of(folder), engine), folder);
        } catch (ModelFormatException | UnsupportedNetworkException e) {
            throw new UnusableSettingsException("objective.judge must hold a classifier: " + e.getMessage(), e);
        }
    }

    private static PictureClassifier classifier(Path folder, TorchEngine engine) {
        return PictureClassifier.open(engine, Component.open(folder), new Placement(Device.CPU, Precision.FP32));
    }

    /** Which classifier it is. */
    String origin() {
        return origin;
    }

    /** Shape of the features of some pictures, [B, g, g, F]. */
    long[] shape(int rows) {
        List<Integer> grid = classifier.grid();
        return new long[] {rows, grid.get(0), grid.get(1), grid.get(2)};
    }

    /** How many numbers the features of a picture are. */
    int numbers() {
        return classifier.grid().stream().reduce(1, Math::multiplyExact);
    }

    /** The features of a picture. */
    float[] features(Picture picture) {
        Size square = new Size(classifier.side(), classifier.side());
        return classifier.places(PicturePlanes.signed(PictureFit.CROP.fit(picture, square, ResampleFilter.LANCZOS)));
    }

    /** First weights of the two layers that the middle is seen through; they learn along, and are not kept. */
    Map<String, Values> projection(Blueprint unet, FirstWeights first) {
        long middle = Objects.requireNonNull(unet.shapes().get(MIDDLE))[0];
        Map<String, long[]> shapes = new LinkedHashMap<>();
        shapes.put("align.1.weight", new long[] {HIDDEN, middle});
        shapes.put("align.1.bias", new long[] {HIDDEN});
        shapes.put("align.2.weight", new long[] {shape(1)[3], HIDDEN});
        shapes.put("align.2.bias", new long[] {shape(1)[3]});
        return first.of(shapes);
    }

    @Override
    public void close() {
        classifier.close();
    }
}
