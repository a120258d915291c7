package dev.darkroom.job;

import java.time.Duration;

/**
 * How fast this process works: a moving estimate of busy seconds per unit of cost. Busy is the time in which at least
 * one job runs, so jobs that share batches make the pace faster by themselves. Older measurements fade with a time
 * constant. Thread-safe.
 */
final class Pace {

    /** Before anything was measured: a step of 512 x 512 pixels in a second. */
    private static final double FIRST_GUESS = 1.0 / (512 * 512);

    private static final double TIME_CONSTANT_SECONDS = 120;

    private double busySeconds;
    private double doneCost;
    private int running;
    private long busySince;

    /** A job began. */
    synchronized void begin(long nanoTime) {
        if (running == 0) {
            busySince = nanoTime;
        }
        running++;
    }

    /** So much of the running jobs' cost was done since the last call. */
    synchronized void advance(double cost, long nanoTime) {
        account(nanoTime);
        doneCost += cost;
    }

    /** A job left. */
    synchronized void end(long nanoTime) {
        account(nanoTime);
        running--;
    }

    /** Estimated time for work of this cost, if nothing else were to do. */
    synchronized Duration timeFor(double cost) {
        double perCost = doneCost > 0 && busySeconds > 0 ? busySeconds / doneCost : FIRST_GUESS;
        return Duration.ofMillis(Math.round(1000 * perCost * cost));
    }

    private void account(long nanoTime) {
        double seconds = Math.max(0, (nanoTime - busySince) / 1e9);
        double fade = Math.exp(-seconds / TIME_CONSTANT_SECONDS);
        busySeconds = busySeconds * fade + seconds;
        doneCost *= fade;
        busySince = nanoTime;
    }
}
