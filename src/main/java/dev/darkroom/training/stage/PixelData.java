package dev.darkroom.training.stage;

import dev.darkroom.generation.Size;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PicturePlanes;
import dev.darkroom.latent.PixelSpace;
import dev.darkroom.torch.Wrap;
import dev.darkroom.training.data.Example;

/**
 * Examples as a network of pixels knows them.
 *
 * @param labels names of their classes
 * @param space in which the network sees pictures; three channels
 * @param size of all pictures
 */
record PixelData(ClassLabels labels, PixelSpace space, Size size) {

    /** The picture of an example, [3, height, width] flattened, black to white. */
    float[] clean(Example example) {
        return space.rawMode(PicturePlanes.signed(example.picture()), size.height(), size.width());
    }

    /** The class of an example. */
    int label(Example example) {
        return labels.of(Caption.of(example));
    }

    /** What the network drew, as a picture. */
    Picture picture(float[] drawn) {
        return PicturePlanes.fromSigned(space.decode(drawn, size.height(), size.width(), Wrap.NONE), size);
    }

    /** Numbers of a picture. */
    int values() {
        return Math.toIntExact(space.channels() * size.pixels());
    }
}
