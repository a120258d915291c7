package dev.darkroom.job;

/** Where a job stands. Terminal states never change. */
public enum JobState {
    /** Accepted and durable; waits for a worker. */
    QUEUED(false),
    /** A worker holds its lease. */
    RUNNING(false),
    /** Its pictures are stored. */
    SUCCEEDED(true),
    /** It ended with a problem that another try would not mend. */
    FAILED(true),
    /** Somebody asked for its end before it finished. */
    CANCELLED(true),
    /** Its deadline passed before it finished. */
    EXPIRED(true),
    /** It was running at several crashes of the process; it is not tried again. */
    QUARANTINED(true);

    private final boolean terminal;

    JobState(boolean terminal) {
        this.terminal = terminal;
    }

    /** True if no further change can come. */
    public boolean terminal() {
        return terminal;
    }
}
