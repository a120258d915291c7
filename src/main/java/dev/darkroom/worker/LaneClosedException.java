package dev.darkroom.worker;

/** The lane stopped while work was waiting: the service is shutting down. The work may be tried again elsewhere. */
public final class LaneClosedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    LaneClosedException(String lane) {
        super("lane " + lane + " is closed because the service is stopping");
    }
}
