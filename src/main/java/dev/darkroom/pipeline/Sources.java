package dev.darkroom.pipeline;

import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.Size;
import dev.darkroom.generation.SourceImage;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureDecoder;
import dev.darkroom.image.PicturePlanes;
import dev.darkroom.image.PictureResizer;
import dev.darkroom.image.ResampleFilter;
import dev.darkroom.imagestore.InputPictures;
import org.jspecify.annotations.Nullable;

/** The pictures that runs start from, as networks take them. Thread-safe. */
final class Sources {

    private final InputPictures inputs;
    private final PictureDecoder decoder;

    Sources(InputPictures inputs, PictureDecoder decoder) {
        this.inputs = inputs;
        this.decoder = decoder;
    }

    /**
     * The request's source picture at the request's size, [3, height, width] flattened, -1 to 1; null if it has none.
     * Another size is resampled by Lanczos, as diffusers does; transparency lies on white.
     *
     * @throws GenerationFailedException if the stored picture is gone
     */
    float @Nullable [] pixels(GenerationRequest request) {
        SourceImage source = request.source();
        if (source == null) {
            return null;
        }
        return pixels(source.reference(), request.size());
    }

    /**
     * A stored picture at a size, [3, height, width] flattened, -1 to 1.
     *
     * @throws GenerationFailedException if it is gone
     */
    float[] pixels(String reference, Size size) {
        byte[] file = inputs.get(reference)
                .orElseThrow(() -> new GenerationFailedException(
                        "source-picture-gone",
                        "The picture to start from, " + reference + ", is no longer stored; send it again.",
                        false,
                        null));
        Picture picture = decoder.decode(file).overWhite();
        return PicturePlanes.signed(PictureResizer.resize(picture, size, ResampleFilter.LANCZOS));
    }
}
