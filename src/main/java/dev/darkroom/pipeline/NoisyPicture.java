package dev.darkroom.pipeline;

import dev.darkroom.denoise.noise.CpuGenerator;
import dev.darkroom.denoise.noise.LatentShape;
import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.generation.Denoise;
import dev.darkroom.generation.Size;
import dev.darkroom.image.NoiseEstimate;
import dev.darkroom.worker.ModelLease;

/**
 * A noisy picture: its latent, how noisy that is, and the pass that takes the noise out. The encoder is not linear, so
 * noise of one size in pixels is noise of another in its latent. How much is found by adding as much noise to what the
 * autoencoder leaves of the picture, which is nearly clean, and looking how far its latent moves.
 */
final class NoisyPicture {

    private final ModelLease model;
    private final LatentShape shape;
    private final float[] picture;

    /** @param picture [3, height, width] flattened, -1 to 1, of the size that the shape stands for */
    NoisyPicture(ModelLease model, LatentShape shape, float[] picture) {
        this.model = model;
        this.shape = shape;
        this.picture = picture;
    }

    /**
     * The pass from the noisy latent to a clean one; no noise is added.
     *
     * @param plan of a whole run
     * @param seed of the noise that is added to look how far the latent moves
     * @param findings takes {@code noise_level} and {@code start_sigma}
     */
    Pass pass(Denoise task, SamplingPlan plan, long seed, Findings findings) {
        Double said = task.noiseLevel();
        double level = said == null ? estimated() : said;
        float[] latent = model.encodePicture(picture, shape, new float[shape.size()]);
        double sigma = latentSigma(latent, level, seed);
        SamplingPlan entered = plan.enteredAt(sigma);
        findings.put("noise_level", level);
        findings.put("start_sigma", sigma);
        findings.put("steps_run", entered.steps());
        return new Pass(shape, entered, (run, noise, before) -> run.scaled(latent));
    }

    private double estimated() {
        Size size = model.pictureSize(shape);
        return NoiseEstimate.levels(picture, size.height(), size.width());
    }

    /** Root mean square of what noise of this level does to the latent. */
    private double latentSigma(float[] latent, double level, long seed) {
        float[] smooth = clamped(model.decode(latent, shape), new float[picture.length], 0);
        float[] noise = new CpuGenerator(seed).normals(picture.length);
        float[] still = model.encodePicture(smooth, shape, new float[shape.size()]);
        float[] moved = model.encodePicture(clamped(smooth, noise, level / 127.5), shape, new float[shape.size()]);
        double squares = 0;
        for (int i = 0; i < latent.length; i++) {
            squares += Math.pow(moved[i] - still[i], 2);
        }
        return Math.sqrt(squares / latent.length);
    }

    private static float[] clamped(float[] planes, float[] noise, double deviation) {
        float[] sum = new float[planes.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (float) Math.max(-1, Math.min(1, planes[i] + deviation * noise[i]));
        }
        return sum;
    }
}
