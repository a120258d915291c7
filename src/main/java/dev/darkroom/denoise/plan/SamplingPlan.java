package dev.darkroom.denoise.plan;

import static dev.darkroom.denoise.LinearCombination.combine;

import dev.darkroom.denoise.Denoiser;
import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.Sampler;
import dev.darkroom.denoise.Schedule;
import dev.darkroom.denoise.StepObserver;
import dev.darkroom.denoise.guidance.Guidance;
import dev.darkroom.denoise.guidance.Network;
import dev.darkroom.denoise.guidance.NetworkDenoiser;
import dev.darkroom.denoise.guidance.Preconditioning;
import dev.darkroom.denoise.guidance.Showing;
import dev.darkroom.denoise.guidance.Thresholding;
import dev.darkroom.denoise.inpaint.Resampling;
import dev.darkroom.denoise.sampler.FixedPointInversion;

/**
 * How one image is denoised; a value that every image of a request shares. Text to image: {@link #initial}, then
 * {@link #run}. Image to image: {@link #strength} first, then {@link #noised} and {@link #run} of the plan it gives.
 *
 * @param sampler the loop
 * @param schedule the levels it visits
 * @param initialScale factor of the first draw
 * @param preconditioning the network's prediction type
 * @param thresholding of the predicted clean latent
 */
public record SamplingPlan(
        Sampler sampler,
        Schedule schedule,
        double initialScale,
        Preconditioning preconditioning,
        Thresholding thresholding) {

    /** The latent that a run from pure noise starts with. */
    public float[] initial(float[] draw) {
        return combine(initialScale, draw);
    }

    /** The latent that a run from a picture starts with: the forward process at the first level that is run. */
    public float[] noised(float[] clean, float[] draw) {
        if (schedule.remaining() == 0) {
            return clean.clone();
        }
        NoiseLevel level = schedule.from(schedule.begin());
        return combine(level.alpha(), clean, level.sigma(), draw);
    }

    /**
     * The plan of an image-to-image run: the last {@code strength} of the steps asked for.
     *
     * @param strength 0 (the picture stays) to 1 (all steps)
     * @param steps how many steps were asked for
     */
    public SamplingPlan strength(double strength, int steps) {
        int skipped = steps - Math.min((int) (steps * strength), steps);
        return startingAt(Math.min(skipped, schedule.size()));
    }

    /** A clean latent, or one that is as noisy as the first level already, on the scale of the first level. */
    public float[] scaled(float[] latent) {
        return schedule.remaining() == 0
                ? latent.clone()
                : combine(schedule.from(schedule.begin()).alpha(), latent);
    }

    /** The plan that begins at a noise-to-signal ratio, between two levels of the schedule if need be. */
    public SamplingPlan enteredAt(double ratio) {
        return with(sampler, schedule.enteredAt(ratio));
    }

    /** The plan whose predicted clean latents are thresholded once more. */
    public SamplingPlan with(Thresholding further) {
        Thresholding both = denoised -> further.apply(thresholding.apply(denoised));
        return new SamplingPlan(sampler, schedule, initialScale, preconditioning, both);
    }

    /** The plan with another loop on another schedule. */
    public SamplingPlan with(Sampler otherSampler, Schedule otherSchedule) {
        return new SamplingPlan(otherSampler, otherSchedule, initialScale, preconditioning, thresholding);
    }

    /** The plan that walks its stretches of steps again, as {@link Resampling} does. */
    public SamplingPlan resampled(int jumpLength, int jumps) {
        return new SamplingPlan(
                new Resampling(sampler, jumpLength, jumps), schedule, initialScale, preconditioning, thresholding);
    }

    /** The plan that begins at another step. */
    public SamplingPlan startingAt(int step) {
        return with(sampler, schedule.startingAt(step));
    }

    /**
     * The way back: from a clean latent to the noise that this plan makes it of, by DDIM's equation solved for the
     * noisier latent.
     *
     * @param iterations of each step, at least 1
     */
    public SamplingPlan inverse(int iterations) {
        return with(new FixedPointInversion(iterations), FixedPointInversion.reversed(schedule));
    }

    /** Number of steps that {@link #run} reports to its observer. */
    public int steps() {
        return sampler.reports(schedule);
    }

    /** Number of denoiser evaluations of {@link #run}. */
    public int evaluations() {
        return sampler.evaluations(schedule);
    }

    /** A denoiser for this plan: its prediction type and thresholding around a network and a guidance. */
    public <C> Denoiser denoiser(Network<C> network, Guidance<C> guidance) {
        return denoiser(network, guidance, Showing.ALL);
    }

    /** The same, of a network that sees the latent changed. */
    public <C> Denoiser denoiser(Network<C> network, Guidance<C> guidance, Showing showing) {
        return new NetworkDenoiser<>(network, guidance, preconditioning, thresholding, showing);
    }

    /** Runs the reverse process for one image; see {@link Sampler#sample}. */
    public float[] run(float[] x, Denoiser denoiser, Noise noise, StepObserver observer) {
        return sampler.sample(x, schedule, denoiser, noise, observer);
    }
}
