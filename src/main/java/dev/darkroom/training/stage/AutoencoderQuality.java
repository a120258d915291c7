package dev.darkroom.training.stage;

import dev.darkroom.generation.Size;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PicturePlanes;
import dev.darkroom.torch.AutoencoderKl;
import dev.darkroom.torch.AutoencoderKl.Posterior;
import dev.darkroom.torch.Placement;
import dev.darkroom.torch.TorchEngine;
import dev.darkroom.training.export.PictureGrid;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How well unseen pictures come back, computed by the networks of the service. */
final class AutoencoderQuality {

    private static final int SHOWN = 8;

    private final TorchEngine engine;
    private final Placement placement;
    private final List<float[]> pictures;
    private final int side;

    /** @param pictures planes [3, side, side] in [-1, 1] */
    AutoencoderQuality(TorchEngine engine, Placement placement, List<float[]> pictures, int side) {
        this.engine = engine;
        this.placement = placement;
        this.pictures = pictures;
        this.side = side;
    }

    /** The mean PSNR in dB, and a PNG of originals above what came back. */
    Map<String, Double> measure(TrainedNetwork trained, Path sample) throws IOException {
        double sum = 0;
        List<Picture> originals = new ArrayList<>();
        List<Picture> returned = new ArrayList<>();
        try (AutoencoderKl vae = open(trained)) {
            int latent = side / vae.factor();
            for (float[] picture : pictures) {
                float[] back = vae.decode(vae.encode(picture, side, side).mean(), latent, latent);
                sum += PicturePlanes.psnr(picture, back);
                if (originals.size() < SHOWN) {
                    originals.add(PicturePlanes.fromSigned(picture, new Size(side, side)));
                    returned.add(PicturePlanes.fromSigned(back, new Size(side, side)));
                }
            }
        }
        originals.addAll(returned);
        PictureGrid.write(sample, originals, Math.min(SHOWN, pictures.size()));
        return Map.of("psnr", sum / pictures.size());
    }

    /** One over the standard deviation of latents: what brings them to about unit variance. */
    double scalingFactor(TrainedNetwork trained) {
        double sum = 0;
        double squares = 0;
        long count = 0;
        try (AutoencoderKl vae = open(trained)) {
            for (float[] picture : pictures) {
                Posterior posterior = vae.encode(picture, side, side);
                for (float value : posterior.mean()) {
                    sum += value;
                    squares += (double) value * value;
                }
                count += posterior.mean().length;
            }
        }
        double mean = sum / count;
        return 1 / Math.sqrt(squares / count - mean * mean);
    }

    private AutoencoderKl open(TrainedNetwork trained) {
        return AutoencoderKl.open(engine, trained, placement);
    }
}
