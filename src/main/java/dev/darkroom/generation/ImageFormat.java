package dev.darkroom.generation;

/** File formats of pictures that go out. */
public enum ImageFormat {
    PNG("image/png"),
    JPEG("image/jpeg"),
    WEBP("image/webp");

    private final String mediaType;

    ImageFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The media type, for example {@code image/png}. */
    public String mediaType() {
        return mediaType;
    }
}
