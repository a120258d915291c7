package dev.darkroom.generation;

/** How a picture is handed over in a JSON answer. */
public enum Delivery {
    /** Inline, as base64. */
    BASE64,
    /** As a signed URL that expires. */
    URL
}
