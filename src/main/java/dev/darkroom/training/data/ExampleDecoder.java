package dev.darkroom.training.data;

import dev.darkroom.image.ImageLimits;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureDecoder;
import org.springframework.util.unit.DataSize;

/** Files that nobody vouches for to opaque pictures, within limits. Thread-safe. */
final class ExampleDecoder {

    /** Longest picture file; a longer member of an archive is passed over. */
    static final long MOST_BYTES = 64L << 20;

    private static final long MOST_PIXELS = 50_000_000;

    private final PictureDecoder decoder =
            new PictureDecoder(new ImageLimits(DataSize.ofBytes(MOST_BYTES), MOST_PIXELS));

    /** @throws dev.darkroom.image.UnreadablePictureException when it is broken, too large or no picture */
    Picture decode(byte[] file) {
        return decoder.decode(file).overWhite();
    }
}
