package dev.darkroom.evaluation;

import dev.darkroom.evaluation.EvaluationReport.Reconstruction;
import dev.darkroom.evaluation.figure.Likeness;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PicturePlanes;
import dev.darkroom.latent.Autoencoder;
import dev.darkroom.torch.Wrap;
import java.util.List;

/** How well pictures come back from an autoencoder: the most that a model with it can reach in crispness. */
final class AutoencoderFidelity {

    private AutoencoderFidelity() {}

    /** Means over pictures whose sides are multiples of the autoencoder's factor. */
    static Reconstruction measure(Autoencoder autoencoder, List<Picture> pictures) {
        double psnr = 0;
        double ssim = 0;
        for (Picture picture : pictures) {
            int height = picture.size().height();
            int width = picture.size().width();
            int rows = height / autoencoder.factor();
            int columns = width / autoencoder.factor();
            float[] mode = autoencoder.encode(
                    PicturePlanes.signed(picture),
                    height,
                    width,
                    new float[autoencoder.channels() * rows * columns],
                    Wrap.NONE);
            Picture back = PicturePlanes.fromSigned(autoencoder.decode(mode, rows, columns, Wrap.NONE), picture.size());
            float[] original = PicturePlanes.unit(picture);
            float[] returned = PicturePlanes.unit(back);
            psnr += Likeness.psnr(original, returned) / pictures.size();
            ssim += Likeness.ssim(original, returned, height, width) / pictures.size();
        }
        return new Reconstruction(pictures.size(), psnr, ssim);
    }
}
