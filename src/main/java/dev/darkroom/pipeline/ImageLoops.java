package dev.darkroom.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** The loops of a request's images, side by side on threads of their own, so that their network calls share batches. */
final class ImageLoops {

    private ImageLoops() {}

    /**
     * Runs all, the first on the calling thread; results in order. When one fails, or the caller is interrupted, the
     * others are interrupted; whatever happens, all have ended when this returns or throws.
     */
    static <T> List<T> runAll(List<? extends Callable<T>> loops) throws InterruptedException {
        String name = Thread.currentThread().getName();
        ExecutorService threads = Executors.newCachedThreadPool(loop -> new Thread(loop, name + "-image"));
        try {
            List<Future<T>> others = new ArrayList<>();
            for (Callable<T> loop : loops.subList(1, loops.size())) {
                others.add(threads.submit(loop));
            }
            List<T> results = new ArrayList<>();
            results.add(loops.get(0).call());
            for (Future<T> other : others) {
                results.add(other.get());
            }
            return results;
        } catch (InterruptedException interrupted) {
            throw interrupted;
        } catch (ExecutionException failed) {
            throw unchecked(failed.getCause() == null ? failed : failed.getCause());
        } catch (Exception failed) {
            throw unchecked(failed);
        } finally {
            threads.shutdownNow();
            awaitEnd(threads);
        }
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
    }

    /** The loops use native memory that their request frees next, so this wait must not be cut short. */
    private static void awaitEnd(ExecutorService threads) {
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = threads.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
