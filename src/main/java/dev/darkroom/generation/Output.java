package dev.darkroom.generation;

/**
 * The form in which pictures are wanted.
 *
 * @param format file format
 * @param quality 1 to 100 for JPEG and WebP; PNG ignores it
 * @param delivery inline or by URL
 */
public record Output(ImageFormat format, int quality, Delivery delivery) {}
