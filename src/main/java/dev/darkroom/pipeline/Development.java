package dev.darkroom.pipeline;

import dev.darkroom.denoise.noise.LatentShape;
import dev.darkroom.generation.ImageFormat;
import dev.darkroom.generation.Size;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureEncoder;
import dev.darkroom.image.PicturePlanes;
import dev.darkroom.image.PictureResizer;
import dev.darkroom.image.ResampleFilter;
import dev.darkroom.image.Tiles;
import dev.darkroom.model.ModelSpace;
import dev.darkroom.pipeline.Reel.Exposure;
import dev.darkroom.worker.ModelLease;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes pictures of the exposures of a run: by the autoencoder where all of them take it a few seconds, else the rough
 * colours of the latents.
 */
final class Development {

    private static final int LONGEST_SIDE = 512;
    private static final int LOSSLESS = 100;

    private final ModelLease model;
    private final GenerationMonitor monitor;
    private final PictureEncoder encoder;

    Development(ModelLease model, GenerationMonitor monitor, PictureEncoder encoder) {
        this.model = model;
        this.monitor = monitor;
        this.encoder = encoder;
    }

    /**
     * The film of an image: a PNG with a row for each exposure, the latent on the left and the network's guess on the
     * right.
     *
     * @param size of the finished picture; the film's is the same, or smaller with the same shape
     * @throws GenerationCancelledException if the monitor asks for it
     */
    Generation.Film film(int index, List<Exposure> exposures, Size size) {
        Size frame = small(size);
        LatentShape largest = exposures.get(exposures.size() - 1).shape();
        boolean decoded = model.decodesQuickly(largest, 2 * exposures.size());
        List<Picture> pictures = new ArrayList<>();
        for (Exposure exposure : exposures) {
            if (monitor.cancelRequested()) {
                throw new GenerationCancelledException();
            }
            pictures.add(picture(exposure.state(), exposure.shape(), decoded, frame));
            pictures.add(picture(exposure.guess(), exposure.shape(), decoded, frame));
        }
        byte[] bytes = encoder.encode(Tiles.joined(pictures, 2), ImageFormat.PNG, LOSSLESS, Map.of());
        return new Generation.Film(
                index, frame, exposures.stream().map(Exposure::step).toList(), bytes);
    }

    private Picture picture(float[] latent, LatentShape shape, boolean decoded, Size frame) {
        float[] planes = decoded ? model.decode(latent, shape) : model.preview(latent, shape);
        Size natural = decoded ? model.pictureSize(shape) : new Size(shape.width(), shape.height());
        ResampleFilter filter = model.space() == ModelSpace.BITS ? ResampleFilter.NEAREST : ResampleFilter.BICUBIC;
        return PictureResizer.resize(PicturePlanes.fromSigned(planes, natural), frame, filter);
    }

    private static Size small(Size size) {
        int side = Math.max(size.width(), size.height());
        if (side <= LONGEST_SIDE) {
            return size;
        }
        double scale = (double) LONGEST_SIDE / side;
        return new Size(Math.max(1, (int) Math.round(size.width() * scale)), Math.max(1, (int)
                Math.round(size.height() * scale)));
    }
}
