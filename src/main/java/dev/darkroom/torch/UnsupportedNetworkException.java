package dev.darkroom.torch;

/** A checkpoint's configuration or weights do not fit any network of this version. The message names file and value. */
public final class UnsupportedNetworkException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UnsupportedNetworkException(String message) {
        super(message);
    }
}
