package dev.darkroom.pipeline;

import dev.darkroom.generation.Size;
import dev.darkroom.image.ImageLimits;
import dev.darkroom.image.InlinePicture;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureDecoder;
import dev.darkroom.imagestore.InputPictures;
import java.util.Optional;

/** Pictures that clients send along: looked at before anything is queued, then kept by their content. Thread-safe. */
public final class SourcePictures {

    private final ImageLimits limits;
    private final PictureDecoder decoder;
    private final InputPictures inputs;

    public SourcePictures(ImageLimits limits, InputPictures inputs) {
        this.limits = limits;
        this.decoder = new PictureDecoder(limits);
        this.inputs = inputs;
    }

    /**
     * Checks that the text is a picture within the limits and keeps it.
     *
     * @param inline base64 or a {@code data:} URL
     * @return {@code sha256:<hex>}
     * @throws dev.darkroom.image.UnreadablePictureException when it is not
     */
    String keep(String inline) {
        byte[] file = InlinePicture.bytes(inline, limits);
        decoder.decode(file);
        return inputs.put(file);
    }

    /** Size of a picture that is kept; empty if it is gone meanwhile. */
    Optional<Size> size(String reference) {
        return inputs.get(reference).map(file -> decoder.decode(file).size());
    }

    /**
     * A picture that was kept.
     *
     * @throws GenerationFailedException if it has gone meanwhile
     */
    Picture picture(String reference) {
        return new Sources(inputs, decoder).picture(reference);
    }

    /** Whether {@code sha256:<hex>} was kept before and is still there. */
    boolean has(String reference) {
        return InputPictures.isReference(reference) && inputs.exists(reference);
    }
}
