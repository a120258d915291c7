package dev.darkroom.job;

/** Tells the pace how much of one attempt's work was done. Steps replayed from a checkpoint do not count. Thread-safe. */
final class WorkMeter implements AutoCloseable {

    private final Pace pace;
    private final long cost;
    private int counted;

    /**
     * @param cost of the whole job
     * @param replayed steps that an earlier attempt did
     */
    WorkMeter(Pace pace, long cost, int replayed) {
        this.pace = pace;
        this.cost = cost;
        this.counted = replayed;
        pace.begin(System.nanoTime());
    }

    /** Steps up to {@code step} of {@code steps} are done. */
    synchronized void step(int step, int steps) {
        if (step > counted && steps > 0) {
            pace.advance((double) cost * (step - counted) / steps, System.nanoTime());
            counted = step;
        }
    }

    /** The attempt is over. */
    @Override
    public void close() {
        pace.end(System.nanoTime());
    }
}
