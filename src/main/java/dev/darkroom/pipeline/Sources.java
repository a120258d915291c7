package dev.darkroom.pipeline;

import dev.darkroom.generation.Size;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureDecoder;
import dev.darkroom.image.PicturePlanes;
import dev.darkroom.image.PictureResizer;
import dev.darkroom.image.ResampleFilter;
import dev.darkroom.imagestore.InputPictures;
import java.util.List;

/** The pictures that runs start from, as networks take them. Thread-safe. */
final class Sources {

    private final InputPictures inputs;
    private final PictureDecoder decoder;

    Sources(InputPictures inputs, PictureDecoder decoder) {
        this.inputs = inputs;
        this.decoder = decoder;
    }

    /**
     * A stored picture as it is.
     *
     * @param reference {@code sha256:<hex>}
     * @throws GenerationFailedException if it is gone
     */
    Picture picture(String reference) {
        return decoder.decode(file(reference));
    }

    /** What a user should know of how a stored picture is read. */
    List<String> remarks(String reference) {
        return decoder.remarks(file(reference));
    }

    private byte[] file(String reference) {
        return inputs.get(reference)
                .orElseThrow(() -> new GenerationFailedException(
                        "source-picture-gone",
                        "The picture to start from, " + reference + ", is no longer stored; send it again.",
                        false,
                        null));
    }

    /**
     * A stored picture at a size, [3, height, width] flattened, -1 to 1. Another size is resampled by Lanczos, as
     * diffusers does; transparency lies on white.
     *
     * @throws GenerationFailedException if it is gone
     */
    float[] pixels(String reference, Size size) {
        Picture picture = picture(reference).overWhite();
        return PicturePlanes.signed(PictureResizer.resize(picture, size, ResampleFilter.LANCZOS));
    }
}
