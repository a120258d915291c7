package dev.darkroom.generation;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A complete request: every default filled in, every name canonical, every value within its limits. The same request
 * gives the same pixels.
 *
 * @param model id of a model
 * @param prompt what the picture should show
 * @param imagePrompts the prompt of each picture, where they differ; null if all have {@code prompt}
 * @param negativePrompt what it should not show; may be empty
 * @param label what it should show, for a model that draws labels; null for other models, and for any label
 * @param language how the prompts are read
 * @param clipSkip how many of the text encoder's last layers are left out; 0 is none
 * @param size size of the pictures; with {@code hires} that of the first pass
 * @param count number of pictures, at least 1
 * @param seed seed of the first picture, see {@link #seedOf}
 * @param sampling how the reverse process runs
 * @param source the picture to start from; null for text-to-image
 * @param inpainting which part of the source is painted anew; null for all of it
 * @param outpainting how far the source goes on beyond its edges; null for not
 * @param variation a second seed; null for none
 * @param hires a second pass at a larger size; null for none
 * @param guidance how guidance is done beyond its scale; null for plain guidance
 * @param interpolation the way to another prompt and seed; null for none
 * @param denoise the source is noisy, and the noise shall go; null for none
 * @param inversion seek the noise that the source could have been made of; null for none
 * @param tiling in which directions the picture goes on at its other end; null for none
 * @param trajectory whether a film of the run is kept, too
 * @param output form of the answer
 */
@RecordBuilder
public record GenerationRequest(
        String model,
        String prompt,
        @Nullable List<String> imagePrompts,
        String negativePrompt,
        @Nullable String label,
        PromptLanguage language,
        int clipSkip,
        Size size,
        int count,
        long seed,
        Sampling sampling,
        @Nullable SourceImage source,
        @Nullable Inpainting inpainting,
        @Nullable Outpainting outpainting,
        @Nullable Variation variation,
        @Nullable Hires hires,
        @Nullable GuidanceOptions guidance,
        @Nullable Interpolation interpolation,
        @Nullable Denoise denoise,
        @Nullable Inversion inversion,
        @Nullable Tiling tiling,
        boolean trajectory,
        Output output) {

    /** Seed of picture {@code index}: each has its own, but variations of one picture and frames share one. */
    public long seedOf(int index) {
        boolean shared = interpolation != null || (variation != null && variation.strength() > 0);
        return shared ? seed : seed + index;
    }

    /** Number of pictures: {@code count}, or the frames of an interpolation. */
    public int pictures() {
        return interpolation == null ? count : interpolation.frames();
    }

    /** Prompt of picture {@code index}. */
    public String promptOf(int index) {
        return imagePrompts == null ? prompt : imagePrompts.get(index);
    }

    /** Size of a finished picture. */
    public Size pictureSize() {
        return hires == null ? size : hires.size();
    }

    /** How its stretches of steps are walked again; null for once. */
    public @Nullable Resample resample() {
        if (inpainting != null) {
            return inpainting.resample();
        }
        return outpainting == null ? null : outpainting.resample();
    }

    /** How often each step is walked. */
    private int walks() {
        Resample resample = resample();
        return resample == null ? 1 : resample.jumps() + 1;
    }

    /** Denoising steps of all pictures, about. */
    public long steps() {
        int second = hires == null ? 0 : (int) (hires.steps() * hires.strength());
        int back = inversion == null ? 0 : inversion.steps();
        return (long) pictures() * ((long) walks() * sampling.steps() + second + back);
    }

    /** How much work it is: pixels times steps, over all pictures. */
    public long cost() {
        double second = hires == null ? 0 : hires.size().pixels() * hires.steps() * hires.strength();
        int back = inversion == null ? 0 : inversion.steps() * inversion.iterations();
        return pictures() * (size.pixels() * (walks() * sampling.steps() + back) + (long) second);
    }

    /** The request that makes picture {@code index} alone. */
    public GenerationRequest alone(int index) {
        Variation own = variation == null
                ? null
                : new Variation(variation.seed() + index, variation.strength(), variation.resizeFrom());
        Interpolation frame = interpolation == null
                ? null
                : new Interpolation(interpolation.toPrompt(), interpolation.toSeed(), 1, interpolation.place(index));
        return GenerationRequestBuilder.builder(this)
                .prompt(promptOf(index))
                .imagePrompts(null)
                .count(1)
                .seed(seedOf(index))
                .variation(own)
                .interpolation(frame)
                .build();
    }
}
