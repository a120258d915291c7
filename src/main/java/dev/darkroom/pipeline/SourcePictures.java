package dev.darkroom.pipeline;

/** Pictures that clients send in, kept by their content. Thread-safe. */
public interface SourcePictures {

    /**
     * Checks that the file is a picture within the limits and keeps it.
     *
     * @param file a PNG, JPEG or WebP file
     * @return {@code sha256:<hex>}
     * @throws dev.darkroom.generation.InvalidRequestException when it is not a picture or too large; names {@code image}
     */
    String keep(byte[] file);

    /** Whether {@code sha256:<hex>} was kept before and is still there. */
    boolean has(String reference);
}
