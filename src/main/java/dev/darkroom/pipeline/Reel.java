package dev.darkroom.pipeline;

import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.noise.LatentShape;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes exposures of one image's loop while it runs: at most twice as many as are wanted, however many steps there are.
 * Belongs to the image's thread.
 */
final class Reel {

    private final int most;
    private final List<Exposure> exposures = new ArrayList<>();
    private int stride = 1;
    private int step;
    private boolean exploding;
    private float[] state = new float[0];
    private LatentShape shape = new LatentShape(0, 0, 0);

    /** @param most exposures that are wanted, at least 2; 0 for none, which costs nothing */
    Reel(int most) {
        this.most = most;
    }

    /**
     * A moment of a loop.
     *
     * @param step how many steps had been taken
     * @param shape of both latents
     * @param state the latent, on the scale of a clean one
     * @param guess what the network made of it: the clean latent, as far as it can tell
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Exposure(int step, LatentShape shape, float[] state, float[] guess) {}

    /** A pass begins with this latent at this level. */
    void begin(float[] latent, NoiseLevel level, LatentShape of) {
        if (most == 0) {
            return;
        }
        exploding = level.alpha() == 1;
        shape = of;
        state = latent.clone();
    }

    /** A step was taken: the network guessed {@code guess}, and {@code latent} is what the sampler made of it. */
    void stepped(float[] guess, float[] latent) {
        if (most == 0) {
            return;
        }
        expose(guess);
        step++;
        state = latent.clone();
    }

    /** All that was taken, the finished latent last; at most as many as are wanted, at about equal distances. */
    List<Exposure> developed() {
        exposures.add(new Exposure(step, shape, state, state));
        int last = exposures.size() - 1;
        if (last < most) {
            return List.copyOf(exposures);
        }
        List<Exposure> chosen = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            chosen.add(exposures.get(Math.round((float) i * last / (most - 1))));
        }
        return chosen;
    }

    private void expose(float[] guess) {
        if (step % stride != 0) {
            return;
        }
        exposures.add(new Exposure(step, shape, scaled(guess), guess.clone()));
        if (exposures.size() >= 2 * most) {
            stride *= 2;
            exposures.removeIf(exposure -> exposure.step() % stride != 0);
        }
    }

    /**
     * The latent with about the variance of a clean one. Where sigma is added to it unscaled, sigma is how far it is from
     * the guess, which is right for samplers that choose their own levels, too.
     */
    private float[] scaled(float[] guess) {
        if (!exploding) {
            return state;
        }
        double sum = 0;
        for (int i = 0; i < state.length; i++) {
            double noise = state[i] - guess[i];
            sum += noise * noise;
        }
        float scale = (float) (1 / Math.sqrt(1 + sum / state.length));
        float[] scaled = new float[state.length];
        for (int i = 0; i < state.length; i++) {
            scaled[i] = scale * state[i];
        }
        return scaled;
    }
}
