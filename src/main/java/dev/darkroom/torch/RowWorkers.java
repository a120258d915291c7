package dev.darkroom.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads that evaluate rows side by side. A row always gets the same number of native threads, however many rows
 * there are: a kernel's order of summation may depend on its number of threads.
 */
final class RowWorkers implements AutoCloseable {

    private final int threadsPerRow;
    private final ExecutorService workers;

    RowWorkers(int threads, int threadsPerRow) {
        this.threadsPerRow = threadsPerRow;
        AtomicInteger number = new AtomicInteger();
        this.workers = Executors.newFixedThreadPool(Math.max(1, threads / threadsPerRow), task -> {
            Thread thread = new Thread(task, "darkroom-row-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    <T> List<T> run(List<? extends Callable<T>> tasks) {
        List<Future<T>> pending = new ArrayList<>();
        for (Callable<T> task : tasks) {
            pending.add(workers.submit(() -> {
                NativeThreads.use(threadsPerRow);
                return task.call();
            }));
        }
        return results(pending);
    }

    /** Waits for all, even after a failure: no task may still run when its inputs are freed. */
    private static <T> List<T> results(List<Future<T>> pending) {
        List<T> results = new ArrayList<>();
        RuntimeException failure = null;
        for (Future<T> future : pending) {
            try {
                results.add(uninterruptibly(future));
            } catch (ExecutionException e) {
                failure = e.getCause() instanceof RuntimeException known
                        ? known
                        : new TorchException("An evaluation failed: " + e.getCause(), e);
            }
        }
        if (failure != null) {
            throw failure;
        }
        return results;
    }

    private static <T> T uninterruptibly(Future<T> future) throws ExecutionException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        workers.shutdown();
    }
}
