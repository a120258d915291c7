package dev.darkroom.denoise.inpaint;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.guidance.Showing;

/**
 * The part of a latent that is known, and stays what it is while the rest is painted: blended diffusion in latent space
 * (Avrahami et al. 2022, section 4.1, <a href="https://arxiv.org/abs/2206.02779">arXiv:2206.02779</a>). Wherever a
 * sampler asks, the network sees the known part at exactly that level, {@code alpha * clean + sigma * noise} with one
 * and the same noise, and the answer holds the known part itself. Samplers combine latents position by position, so none
 * has to know of it; what one carries in the known part meanwhile is of no account.
 *
 * <p>A mask need not be black and white: the process goes through its steps, and a position of value m is painted in the
 * last m of them (differential diffusion, Levin and Fried 2023, algorithm 1,
 * <a href="https://arxiv.org/abs/2306.00950">arXiv:2306.00950</a>), so that painted and known run into each other.
 *
 * <p>Arrays are read only. A function of its arguments: thread-safe.
 */
public final class KnownRegion implements Showing {

    private final Schedule schedule;
    private final float[] mask;
    private final float[] clean;
    private final float[] noise;
    private final boolean startsBlank;

    /**
     * @param schedule of the run
     * @param mask [height, width] flattened, 0 (known) to 1 (painted)
     * @param clean latent with the known part, [channels, height, width] flattened
     * @param noise standard normal, as many values
     * @param startsBlank whether at the first level the network sees noise alone, as diffusers has it at strength 1
     */
    @SuppressWarnings("ArrayRecordComponent")
    public KnownRegion(Schedule schedule, float[] mask, float[] clean, float[] noise, boolean startsBlank) {
        this.schedule = schedule;
        this.mask = mask;
        this.clean = clean;
        this.noise = noise;
        this.startsBlank = startsBlank;
    }

    /**
     * The denoiser as a sampler is to see it.
     *
     * @param denoiser whose network sees what this shows
     */
    public Denoiser around(Denoiser denoiser) {
        return new Denoiser() {

            @Override
            public float[] denoise(float[] x, NoiseLevel level) {
                return restored(denoiser.denoise(x, level), level, 1);
            }

            @Override
            public float[] denoiseWithVariance(float[] x, NoiseLevel level) {
                return restored(denoiser.denoiseWithVariance(x, level), level, 1);
            }

            @Override
            public float[] denoiseWithUnguided(float[] x, NoiseLevel level) {
                return restored(denoiser.denoiseWithUnguided(x, level), level, 2);
            }
        };
    }

    /** The latent of a finished run, changed in place: the known part as it was. */
    public float[] finished(float[] latent) {
        return restored(latent, lastShare(), 1);
    }

    /** The known part at the level, scaled; in place, so that no latent is copied for it. */
    @Override
    public void show(float[] input, double scale, NoiseLevel level) {
        if (startsBlank && !below(level, schedule.begin())) {
            return;
        }
        double share = share(level);
        for (int i = 0; i < input.length; i++) {
            if (mask[i % mask.length] < share) {
                float noised = (float) (level.alpha() * clean[i] + level.sigma() * noise[i]);
                input[i] = (float) (scale * noised);
            }
        }
    }

    private float[] restored(float[] answer, NoiseLevel level, int latents) {
        return restored(answer, share(level), latents);
    }

    private float[] restored(float[] answer, double share, int latents) {
        for (int i = 0; i < latents * clean.length; i++) {
            if (mask[i % mask.length] < share) {
                answer[i] = clean[i % clean.length];
            }
        }
        return answer;
    }

    /** The share of the run's steps that begin at this level or below it; at least that of the last one. */
    private double share(NoiseLevel level) {
        int first = schedule.begin();
        while (first < schedule.size() - 1 && below(level, first)) {
            first++;
        }
        return schedule.remaining() == 0 ? 1 : (double) (schedule.size() - first) / schedule.remaining();
    }

    private double lastShare() {
        return 1.0 / Math.max(1, schedule.remaining());
    }

    /** Whether a level has clearly less noise than step {@code i} begins with. */
    private boolean below(NoiseLevel level, int i) {
        NoiseLevel from = schedule.from(i);
        return level.sigma() * from.alpha() < from.sigma() * level.alpha() * (1 - 1e-5);
    }
}
