package dev.darkroom.worker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The models loaded on one device, within a memory budget. A model is loaded once however many ask for it; when room is
 * needed the least recently used one goes first, never one in use. Thread-safe.
 *
 * @param <M> a loaded model
 */
final class ModelCache<M> {

    private final long budgetBytes;
    private final Store<M> store;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition released = lock.newCondition();
    private final Map<String, Entry<M>> entries = new LinkedHashMap<>();
    private long clock;

    ModelCache(long budgetBytes, Store<M> store) {
        this.budgetBytes = budgetBytes;
        this.store = store;
    }

    /**
     * The model, loaded if it was not. Waits while every loaded model that would have to go is in use. Each call needs a
     * {@link #release}.
     *
     * @param bytes memory it takes
     * @throws ModelTooLargeException if it could not be held even alone
     */
    M acquire(String id, long bytes) throws InterruptedException {
        if (bytes > budgetBytes) {
            throw new ModelTooLargeException(id, bytes, budgetBytes);
        }
        boolean loads = false;
        List<Entry<M>> evicted = new ArrayList<>();
        Entry<M> entry;
        lock.lockInterruptibly();
        try {
            entry = entries.get(id);
            while (entry == null && !makeRoom(bytes, evicted)) {
                released.await();
                entry = entries.get(id);
            }
            if (entry == null) {
                entry = new Entry<>(id, bytes, new CompletableFuture<>());
                entries.put(id, entry);
                loads = true;
            }
            entry.leases++;
            entry.lastUse = ++clock;
        } finally {
            lock.unlock();
        }
        for (Entry<M> gone : evicted) {
            store.unload(gone.id, gone.model.join());
        }
        if (loads) {
            load(entry);
        }
        return await(entry);
    }

    /** Gives back what {@link #acquire} gave. */
    void release(String id) {
        lock.lock();
        try {
            Entry<M> entry = entries.get(id);
            if (entry == null || entry.leases == 0) {
                throw new IllegalStateException("model " + id + " was not acquired");
            }
            giveBack(entry);
        } finally {
            lock.unlock();
        }
    }

    /** What is loaded, most recently used first. */
    List<Loaded> contents() {
        lock.lock();
        try {
            return entries.values().stream()
                    .filter(entry -> entry.model.isDone())
                    .sorted(Comparator.comparingLong((Entry<M> entry) -> entry.lastUse)
                            .reversed())
                    .map(entry -> new Loaded(entry.id, entry.bytes, entry.leases))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    /** Takes an idle model out. */
    void evict(String id) throws InterruptedException {
        Entry<M> gone;
        lock.lock();
        try {
            Entry<M> entry = entries.get(id);
            gone = entry == null || entry.leases > 0 ? null : entries.remove(id);
        } finally {
            lock.unlock();
        }
        if (gone != null) {
            store.unload(id, gone.model.join());
        }
    }

    long budgetBytes() {
        return budgetBytes;
    }

    /** Frees bytes by taking idle models out; false if those in use leave too little. */
    private boolean makeRoom(long bytes, List<Entry<M>> evicted) {
        long inUse = entries.values().stream()
                .filter(entry -> entry.leases > 0)
                .mapToLong(entry -> entry.bytes)
                .sum();
        if (inUse + bytes > budgetBytes) {
            return false;
        }
        long held = entries.values().stream().mapToLong(entry -> entry.bytes).sum();
        while (held + bytes > budgetBytes) {
            Entry<M> oldest = entries.values().stream()
                    .filter(entry -> entry.leases == 0)
                    .min(Comparator.comparingLong(entry -> entry.lastUse))
                    .orElseThrow();
            entries.remove(oldest.id);
            evicted.add(oldest);
            held -= oldest.bytes;
        }
        return true;
    }

    private void load(Entry<M> entry) throws InterruptedException {
        try {
            entry.model.complete(store.load(entry.id));
        } catch (Throwable failure) { // everybody who waits for this model must hear of it
            lock.lock();
            try {
                entries.remove(entry.id);
                released.signalAll();
            } finally {
                lock.unlock();
            }
            entry.model.completeExceptionally(failure);
            if (failure instanceof InterruptedException interrupted) {
                throw interrupted;
            }
        }
    }

    private M await(Entry<M> entry) throws InterruptedException {
        try {
            return Outcome.await(entry.model);
        } catch (Throwable failure) { // whatever it was, this caller holds no lease
            giveBack(entry);
            throw failure;
        }
    }

    private void giveBack(Entry<M> entry) {
        lock.lock();
        try {
            entry.leases--;
            released.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Where models come from and go to. */
    interface Store<M> {

        /** Loads the model; slow. */
        M load(String id) throws InterruptedException;

        /** Frees the memory of a model that nobody uses. */
        void unload(String id, M model) throws InterruptedException;
    }

    /**
     * @param id model id
     * @param bytes memory it takes
     * @param leases how many use it now
     */
    record Loaded(String id, long bytes, int leases) {}

    private static final class Entry<M> {
        private final String id;
        private final long bytes;
        private final CompletableFuture<M> model;
        private int leases;
        private long lastUse;

        Entry(String id, long bytes, CompletableFuture<M> model) {
            this.id = id;
            this.bytes = bytes;
            this.model = model;
        }
    }
}
