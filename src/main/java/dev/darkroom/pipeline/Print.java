package dev.darkroom.pipeline;

import dev.darkroom.denoise.noise.LatentShape;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.Size;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureEncoder;
import dev.darkroom.image.PicturePlanes;
import dev.darkroom.model.ModelFingerprints;
import dev.darkroom.worker.ModelLease;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From pixels to files, which carry what is needed to make them again. Thread-safe. */
final class Print {

    private static final int PREVIEW_SIDE = 128;

    private final PictureEncoder encoder;
    private final PictureNotes notes;
    private final @Nullable ModelFingerprints fingerprints;

    /** Files that do not say which weights made them. */
    Print(PictureEncoder encoder, PictureNotes notes) {
        this(encoder, notes, null);
    }

    /** @param fingerprints hashes of models, written into the files; null for none */
    Print(PictureEncoder encoder, PictureNotes notes, @Nullable ModelFingerprints fingerprints) {
        this.encoder = encoder;
        this.notes = notes;
        this.fingerprints = fingerprints;
    }

    /** Something of this model will be printed. */
    void prepare(ModelLease model) {
        if (fingerprints != null) {
            fingerprints.prepare(model.id());
        }
    }

    /** One finished picture as a file. */
    Generation.Image file(GenerationRequest request, ModelLease model, int index, Picture picture) {
        String hash = fingerprints == null ? null : fingerprints.of(model.id());
        Map<String, String> texts = notes.texts(request, model.placement(), hash, index);
        byte[] bytes = encoder.encode(
                picture, request.output().format(), request.output().quality(), texts);
        return new Generation.Image(
                index, request.seedOf(index), picture.size(), request.output().format(), bytes);
    }

    /** Makes pictures of a run's latents. */
    Development development(ModelLease model, GenerationMonitor monitor) {
        return new Development(model, monitor, encoder);
    }

    /** A rough small picture of a latent, JPEG. */
    byte[] preview(ModelLease model, float[] latent, LatentShape shape) {
        Picture colours =
                PicturePlanes.fromSigned(model.preview(latent, shape), new Size(shape.width(), shape.height()));
        return encoder.preview(colours, PREVIEW_SIDE);
    }
}
