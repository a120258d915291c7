package dev.darkroom.worker;

/** The thread was interrupted while it waited for a lane; its interrupt flag is set. */
public final class LaneInterruptedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    LaneInterruptedException(InterruptedException cause) {
        super("interrupted while waiting for a device", cause);
    }
}
