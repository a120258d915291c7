package dev.darkroom.worker;

import dev.darkroom.latent.LatentPreview;
import dev.darkroom.latent.PictureSpace;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The preview of a loaded model, fitted when the first one is wanted: no model's loading waits for it. Thread-safe. */
final class PreviewFit {

    private final PictureSpace space;
    private volatile @Nullable LatentPreview fitted;

    PreviewFit(PictureSpace space) {
        this.space = space;
    }

    /** The preview, if it was fitted before. */
    Optional<LatentPreview> known() {
        return Optional.ofNullable(fitted);
    }

    /** The preview, fitted if it was not; a small decoding. On the lane's thread only. */
    LatentPreview fit() {
        LatentPreview preview = fitted;
        if (preview == null) {
            preview = space.preview();
            fitted = preview;
        }
        return preview;
    }
}
