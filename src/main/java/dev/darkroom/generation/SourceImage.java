package dev.darkroom.generation;

/**
 * The picture that image-to-image starts from.
 *
 * @param reference {@code sha256:<hex>} of the stored input picture
 * @param strength 0 to 1: the fraction of the schedule that is run
 */
public record SourceImage(String reference, double strength) {}
