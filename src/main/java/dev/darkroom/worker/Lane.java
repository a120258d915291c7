package dev.darkroom.worker;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One thread that alone touches one device. Callers hand work over and sleep until it is done; waiting
 * {@linkplain Evaluation evaluations} with equal keys are merged into one network call, so the jobs in flight share
 * the device step by step: they may join and leave at any step.
 *
 * <p>Thread-safe. Close it to stop the thread; work that waits then fails with {@link LaneClosedException}.
 */
final class Lane implements AutoCloseable {

    private final String name;
    private final BatchWindow window;
    private final LaneMetrics metrics;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Deque<Work> waiting = new ArrayDeque<>();
    private final Thread thread;
    private boolean closed;

    Lane(String name, BatchWindow window, LaneMetrics metrics) {
        this.name = name;
        this.window = window;
        this.metrics = metrics;
        this.thread = new Thread(this::run, "lane-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Runs {@code work} on the lane's thread, after what came before, and returns its result. */
    <T> T call(Callable<T> work) throws InterruptedException {
        Task<T> task = new Task<>(work, new CompletableFuture<>());
        submit(task);
        return Outcome.await(task.result());
    }

    /** Evaluates rows of one image, together with whatever waits under an equal key. */
    List<float[]> evaluate(Evaluation evaluation) throws InterruptedException {
        submit(evaluation);
        return Outcome.await(evaluation.result());
    }

    /** Runs {@code work} on the lane's thread after everything that waits now, without waiting for it; a closed lane drops it. */
    void later(Runnable work) {
        lock.lock();
        try {
            if (!closed) {
                waiting.addLast(new Task<>(Executors.callable(work), new CompletableFuture<>()));
                arrived.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Announces a loop that will evaluate under {@code key} again and again, so that batches wait a moment for it. */
    void join(BatchKey key) {
        window.joined(key);
    }

    /** The loop is over. */
    void leave(BatchKey key) {
        window.left(key);
    }

    /** Pieces of work that nobody has begun. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** Whether it takes no more work. */
    boolean closed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private void submit(Work work) {
        lock.lock();
        try {
            if (closed) {
                throw new LaneClosedException(name);
            }
            waiting.addLast(work);
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            for (Work work = take(); work != null; work = take()) {
                if (work instanceof Evaluation first) {
                    evaluate(first.key(), new Batch(gather(first)));
                } else {
                    ((Task<?>) work).run();
                }
            }
        } finally {
            failWaiting();
        }
    }

    /** The next piece of work; null when the lane is closed. */
    private @Nullable Work take() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                arrived.awaitUninterruptibly();
            }
            return closed ? null : waiting.removeFirst();
        } finally {
            lock.unlock();
        }
    }

    /** Takes what waits under the first one's key, and waits a moment for loops that are about to come. */
    private List<Evaluation> gather(Evaluation first) {
        BatchKey key = first.key();
        List<Evaluation> batch = new ArrayList<>(List.of(first));
        int rows = first.rows().size();
        long remaining = window.nanos(key);
        lock.lock();
        try {
            rows += takeEqual(key, key.maxRows() - rows, batch);
            while (remaining > 0 && !closed && rows < key.maxRows() && batch.size() < window.expected(key)) {
                remaining = arrived.awaitNanos(remaining);
                rows += takeEqual(key, key.maxRows() - rows, batch);
            }
            return batch;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt(); // some work left it behind; what was gathered is evaluated
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /** Moves waiting evaluations under the key into the batch while they fit; returns how many rows that were. */
    private int takeEqual(BatchKey key, int room, List<Evaluation> batch) {
        int taken = 0;
        for (Iterator<Work> queue = waiting.iterator(); queue.hasNext(); ) {
            if (queue.next() instanceof Evaluation next
                    && next.key().equals(key)
                    && taken + next.rows().size() <= room) {
                queue.remove();
                batch.add(next);
                taken += next.rows().size();
            }
        }
        return taken;
    }

    private void evaluate(BatchKey key, Batch batch) {
        long start = System.nanoTime();
        batch.run();
        long nanos = System.nanoTime() - start;
        window.took(key, nanos);
        metrics.evaluated(batch.rows(), nanos);
    }

    private void failWaiting() {
        lock.lock();
        try {
            closed = true;
            waiting.forEach(work -> work.result().completeExceptionally(new LaneClosedException(name)));
            waiting.clear();
        } finally {
            lock.unlock();
        }
    }

    /** Lets the running work end, fails what waits, and stops the thread. */
    @Override
    public void close() throws InterruptedException {
        lock.lock();
        try {
            closed = true;
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
        thread.join();
    }

    /** Something to do on the lane's thread. */
    interface Work {
        /** Completed on the lane's thread. */
        CompletableFuture<?> result();
    }

    private record Task<T>(Callable<T> work, CompletableFuture<T> result) implements Work {

        void run() {
            try {
                result.complete(work.call());
            } catch (Throwable failure) { // handed to the caller; the lane must outlive it
                result.completeExceptionally(failure);
            }
        }
    }
}
