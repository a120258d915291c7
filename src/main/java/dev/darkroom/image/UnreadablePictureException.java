package dev.darkroom.image;

/** A file that a client sent cannot be used as a picture; the message says why and what to do. */
public final class UnreadablePictureException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Reason reason;

    public UnreadablePictureException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    UnreadablePictureException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    static UnreadablePictureException damaged(String what) {
        return new UnreadablePictureException(Reason.DAMAGED, "the picture is damaged or cut off: " + what);
    }

    public Reason reason() {
        return reason;
    }

    /** What is wrong with the file. */
    public enum Reason {
        /** The bytes are no picture of a known format. */
        NOT_A_PICTURE,
        /** A known format in a variant that cannot be read. */
        UNSUPPORTED,
        /** The file is cut off or its content contradicts itself. */
        DAMAGED,
        /** The file has more bytes than the limit. */
        TOO_MANY_BYTES,
        /** The picture has more pixels than the limit. */
        TOO_MANY_PIXELS
    }
}
