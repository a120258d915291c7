package dev.darkroom.pipeline;

import dev.darkroom.generation.Fill;
import dev.darkroom.generation.Inpainting;
import dev.darkroom.generation.Outpainting;
import dev.darkroom.generation.PaintedRegion;
import dev.darkroom.generation.Size;
import dev.darkroom.generation.SourceImage;
import dev.darkroom.image.CropRegion;
import dev.darkroom.image.HoleFill;
import dev.darkroom.image.Margin;
import dev.darkroom.image.Mask;
import dev.darkroom.image.Picture;
import dev.darkroom.image.ResampleFilter;
import dev.darkroom.image.SoftEdge;

/** From a request to the picture of which a part is painted anew. Thread-safe. */
final class Retouches {

    private final Sources sources;

    Retouches(Sources sources) {
        this.sources = sources;
    }

    /**
     * A part within the picture.
     *
     * @param painted size at which it is painted
     * @throws GenerationFailedException if a stored picture is gone
     */
    Retouch inpainting(SourceImage from, Inpainting inpainting, Size painted) {
        Picture picture = sources.picture(from.reference());
        Picture source = picture.overWhite();
        Mask mask = mask(picture, inpainting);
        Mask opacity = SoftEdge.of(mask, inpainting.maskBlur());
        Picture beneath = inpainting.fill() == Fill.BLURRED ? HoleFill.of(source, mask) : source;
        CropRegion region = inpainting.region() == PaintedRegion.MASKED && mask.coverage() > 0
                ? CropRegion.around(mask, painted, inpainting.padding())
                : CropRegion.whole(source.size());
        return new Retouch(source, beneath, mask, opacity, region, painted);
    }

    /**
     * What lies beyond the picture's edges.
     *
     * @param painted size at which all of it is painted
     * @throws GenerationFailedException if the stored picture is gone
     */
    Retouch outpainting(SourceImage from, Outpainting outpainting, Size painted) {
        Picture source = sources.picture(from.reference()).overWhite();
        Size canvas = outpainting.around(source.size());
        Margin margin = Margin.around(source, canvas, outpainting.left(), outpainting.top(), outpainting.feather());
        Picture placed = margin.picture();
        return new Retouch(placed, placed, margin.mask(), margin.mask(), CropRegion.whole(canvas), painted);
    }

    /** Black and white, of the picture's size; white is painted. */
    private Mask mask(Picture picture, Inpainting inpainting) {
        String reference = inpainting.mask();
        Mask given = reference == null ? Mask.transparency(picture) : Mask.brightness(sources.picture(reference));
        Mask mask = given.resized(picture.size(), ResampleFilter.NEAREST).hardened();
        return inpainting.invert() ? mask.inverted() : mask;
    }
}
