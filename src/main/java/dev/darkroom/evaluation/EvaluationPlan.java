package dev.darkroom.evaluation;

import java.util.List;

/**
 * What is to be evaluated.
 *
 * @param prompts to draw
 * @param seeds pictures a prompt, at least 1
 * @param firstSeed of each prompt's pictures
 * @param smileys pictures of "a smiley face", 0 for none
 * @param reconstructed drawings that the autoencoder is measured by, 0 for none
 */
public record EvaluationPlan(
        List<EvaluationPrompt> prompts, int seeds, long firstSeed, int smileys, int reconstructed) {

    public EvaluationPlan {
        if (prompts.isEmpty() || seeds < 1 || smileys < 0 || reconstructed < 0) {
            throw new IllegalArgumentException(
                    "an evaluation has prompts and seeds: " + prompts.size() + " and " + seeds + " were given");
        }
        prompts = List.copyOf(prompts);
    }
}
