package dev.darkroom.pipeline;

import dev.darkroom.generation.Size;
import dev.darkroom.image.CropRegion;
import dev.darkroom.image.Mask;
import dev.darkroom.image.Overlay;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureFit;
import dev.darkroom.image.PicturePlanes;
import dev.darkroom.image.ResampleFilter;

/**
 * A picture of which a part is painted anew.
 *
 * @param source the opaque picture that goes out again
 * @param beneath the same picture, with what lies under the mask when painting begins
 * @param mask where it is painted, 0 to 255, of the source's size
 * @param opacity of what is painted, of the source's size; 0 keeps the source's pixels
 * @param region what the network sees
 * @param size at which it is painted
 */
record Retouch(Picture source, Picture beneath, Mask mask, Mask opacity, CropRegion region, Size size) {

    /** What the network begins with: [3, height, width] flattened, -1 to 1, of the painted size. */
    float[] pixels() {
        return PicturePlanes.signed(seen(beneath));
    }

    /** The same picture without what the mask covers, which is gray: 0. */
    float[] rest() {
        float[] pixels = PicturePlanes.signed(seen(source));
        Mask covered = seenMask().hardened();
        int area = (int) size.pixels();
        for (int i = 0; i < pixels.length; i++) {
            int at = i % area;
            if (covered.at(at % size.width(), at / size.width()) != 0) {
                pixels[i] = 0;
            }
        }
        return pixels;
    }

    /** The mask at the painted size, gray at its rim where that is not the region's. */
    Mask seenMask() {
        return Mask.brightness(seen(mask.picture()));
    }

    /** The source with what was painted in it. */
    Picture finished(Picture painted) {
        Picture part = PictureFit.CROP.fit(painted, region.size(), ResampleFilter.LANCZOS);
        return Overlay.of(source, part, region, opacity);
    }

    private Picture seen(Picture picture) {
        return PictureFit.FILL.fit(region.of(picture), size, ResampleFilter.LANCZOS);
    }
}
