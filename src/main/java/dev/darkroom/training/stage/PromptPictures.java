package dev.darkroom.training.stage;

import dev.darkroom.denoise.plan.SamplingPlan;
import dev.darkroom.generation.Size;
import dev.darkroom.image.Picture;
import dev.darkroom.training.export.PictureGrid;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a model draws of fixed prompts, two seeds each.
 *
 * @param prompts may be none
 * @param plan how it draws
 * @param size of each picture
 * @param guidance scale
 */
record PromptPictures(List<String> prompts, SamplingPlan plan, Size size, double guidance) {

    private static final int SEEDS = 2;
    private static final int COLUMNS = 8;

    /** Writes them into one PNG; none without prompts. */
    void write(ModelSampler sampler, Path file) throws IOException {
        List<Picture> pictures = new ArrayList<>();
        for (String prompt : prompts) {
            for (int seed = 0; seed < SEEDS; seed++) {
                pictures.add(sampler.draw(plan, size, prompt, seed, guidance));
            }
        }
        if (!pictures.isEmpty()) {
            PictureGrid.write(file, pictures, COLUMNS);
        }
    }
}
