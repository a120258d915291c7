package dev.darkroom.worker;

import dev.darkroom.latent.Autoencoder;
import dev.darkroom.latent.LatentPreview;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The preview of a loaded model, fitted when the first one is wanted: no model's loading waits for it. Thread-safe. */
final class PreviewFit {

    private final Autoencoder autoencoder;
    private volatile @Nullable LatentPreview fitted;

    PreviewFit(Autoencoder autoencoder) {
        this.autoencoder = autoencoder;
    }

    /** The preview, if it was fitted before. */
    Optional<LatentPreview> known() {
        return Optional.ofNullable(fitted);
    }

    /** The preview, fitted if it was not; a small decoding. On the lane's thread only. */
    LatentPreview fit() {
        LatentPreview preview = fitted;
        if (preview == null) {
            preview = LatentPreview.fit(autoencoder);
            fitted = preview;
        }
        return preview;
    }
}
