package dev.darkroom.evaluation;

import dev.darkroom.generation.Size;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureFit;
import dev.darkroom.image.PicturePlanes;
import dev.darkroom.image.ResampleFilter;
import dev.darkroom.model.Component;
import dev.darkroom.model.EmbeddedJudge;
import dev.darkroom.torch.Device;
import dev.darkroom.torch.PictureClassifier;
import dev.darkroom.torch.PictureClassifier.Judgement;
import dev.darkroom.torch.Placement;
import dev.darkroom.torch.Precision;
import dev.darkroom.torch.TorchEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges by a {@link PictureClassifier}. One thread at a time. Whoever opens it closes it. */
public final class ClassifierJudge implements Judge, AutoCloseable {

    private static final int BATCH = 16;

    private final PictureClassifier classifier;
    private final @Nullable EmbeddedJudge unpacked;

    private ClassifierJudge(PictureClassifier classifier, @Nullable EmbeddedJudge unpacked) {
        this.classifier = classifier;
        this.unpacked = unpacked;
    }

    /** The judge that lies in the jar, unpacked into a temporary folder while it is open. */
    public static ClassifierJudge embedded(TorchEngine engine) throws IOException {
        EmbeddedJudge unpacked = EmbeddedJudge.unpack();
        try {
            return new ClassifierJudge(classifier(engine, unpacked.folder()), unpacked);
        } catch (RuntimeException failure) {
            unpacked.close();
            throw failure;
        }
    }

    /** One that was trained: the folder with its {@code config.json}. */
    public static ClassifierJudge open(TorchEngine engine, Path folder) {
        return new ClassifierJudge(classifier(engine, folder), null);
    }

    private static PictureClassifier classifier(TorchEngine engine, Path folder) {
        return PictureClassifier.open(engine, Component.open(folder), new Placement(Device.CPU, Precision.FP32));
    }

    @Override
    public Set<String> attributes() {
        return classifier.attributes().keySet();
    }

    @Override
    public int features() {
        return classifier.features();
    }

    /** What sticks out of a square around the middle is not looked at. */
    @Override
    public List<Judgement> judge(List<Picture> pictures) {
        Size square = new Size(classifier.side(), classifier.side());
        List<Judgement> judgements = new ArrayList<>();
        for (int from = 0; from < pictures.size(); from += BATCH) {
            List<float[]> planes = pictures.subList(from, Math.min(pictures.size(), from + BATCH)).stream()
                    .map(picture -> PicturePlanes.signed(PictureFit.CROP.fit(picture, square, ResampleFilter.LANCZOS)))
                    .toList();
            judgements.addAll(classifier.judge(planes));
        }
        return judgements;
    }

    @Override
    public void close() throws IOException {
        classifier.close();
        if (unpacked != null) {
            unpacked.close();
        }
    }
}
