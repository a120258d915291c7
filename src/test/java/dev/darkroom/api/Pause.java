package dev.darkroom.api;

import java.util.function.BooleanSupplier;

/** Waits in tests, for what another thread is about to do. */
public final class Pause {

    private Pause() {}

    /** Waits until it is so, at most five seconds; whoever calls asserts what then holds. */
    public static void until(BooleanSupplier so) {
        long end = System.nanoTime() + 5_000_000_000L;
        while (!so.getAsBoolean() && System.nanoTime() < end) {
            millis(10);
        }
    }

    public static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
