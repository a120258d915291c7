package dev.darkroom.evaluation;

import dev.darkroom.evaluation.figure.Interval;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation found.
 *
 * @param schema names this form of the report
 * @param settings how the pictures were made
 * @param complete false if it was stopped; then all figures are of what there was
 * @param groups of prompts: seen combinations, never-seen ones, all
 * @param distance from true drawings; null if it was stopped before
 * @param smiley pictures of "a smiley face" that show one; null if none were made
 * @param autoencoder how well unseen drawings come back; null if it was not measured
 */
public record EvaluationReport(
        String schema,
        Map<String, Object> settings,
        boolean complete,
        List<Group> groups,
        @Nullable Distance distance,
        @Nullable Score smiley,
        @Nullable Reconstruction autoencoder) {

    /** The present form. */
    public static final String SCHEMA = "darkroom.evaluation/1";

    /**
     * Prompts of one kind.
     *
     * @param combinations {@code seen}, {@code never seen} or {@code all}
     * @param prompts how many
     * @param pictures how many
     * @param scores by attribute; {@code all} is everything that a prompt says
     */
    public record Group(String combinations, int prompts, int pictures, Map<String, Score> scores) {}

    /**
     * How often an attribute was right.
     *
     * @param right pictures that are
     * @param total pictures whose prompt says something of it
     * @param interval the share with its 95 % interval, prompts as clusters
     * @param drawings the share of true drawings of the same prompts that the same judge finds right: the most that can be
     *     told apart from perfect
     */
    public record Score(int right, int total, Interval interval, double drawings) {}

    /**
     * How far the pictures are from drawings of the same prompts, in the space of the judge's features.
     *
     * @param pictures on either side
     * @param features dimensions of the space
     * @param frechet Fréchet distance (FID in this space)
     * @param frechetOfDrawings that of two sets of drawings: what the number of pictures alone makes of it
     * @param kernel squared maximum mean discrepancy (KID in this space)
     * @param kernelOfDrawings that of two sets of drawings
     */
    public record Distance(
            int pictures,
            int features,
            double frechet,
            double frechetOfDrawings,
            double kernel,
            double kernelOfDrawings) {}

    /**
     * Drawings through the autoencoder and back.
     *
     * @param pictures how many
     * @param psnr mean, dB
     * @param ssim mean
     */
    public record Reconstruction(int pictures, double psnr, double ssim) {}
}
