package dev.darkroom.job;

/** What became of a job when its attempt was written down. */
enum Settled {
    /** It reached a terminal state. */
    ENDED,
    /** It is in the queue again, or there was nothing to write. */
    LEFT,
    /** The lease no longer held, so nothing that the attempt made counts. */
    LEASE_LOST
}
