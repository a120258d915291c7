package dev.darkroom.job;

/** Why a running job is to stop. */
enum StopReason {
    /** Somebody cancelled it. */
    CANCEL,
    /** Its deadline passed. */
    DEADLINE,
    /** The process is to end. */
    DRAIN,
    /** Its lease went to another worker, or it was deleted. */
    LEASE_LOST
}
