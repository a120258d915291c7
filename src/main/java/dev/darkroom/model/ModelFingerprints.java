package dev.darkroom.model;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The hashes of models' weights, computed on a thread of its own, one model after the other, when somebody first asks:
 * gigabytes are read once and nobody's start or first picture waits for them. Thread-safe.
 */
public final class ModelFingerprints implements AutoCloseable {

    private final ModelCatalog catalog;
    private final Map<String, CompletableFuture<String>> hashes = new ConcurrentHashMap<>();
    private final ExecutorService reader = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "model-hash");
        thread.setDaemon(true);
        return thread;
    });

    public ModelFingerprints(ModelCatalog catalog) {
        this.catalog = catalog;
    }

    /** Begins to compute the hash if that has not been done. */
    public void prepare(String id) {
        CompletableFuture<String> unused = hash(id);
    }

    /** The hash if it has been computed; if not, that begins. Empty as well if the model cannot be read. */
    public Optional<String> known(String id) {
        CompletableFuture<String> hash = hash(id);
        return hash.isDone() && !hash.isCompletedExceptionally() ? Optional.of(catalog.hash(id)) : Optional.empty();
    }

    /**
     * The hash, 64 hexadecimal digits; waits for it.
     *
     * @throws ModelNotFoundException if there is no such model
     * @throws ModelFormatException if its folder cannot be used
     */
    public String of(String id) {
        try {
            hash(id).join();
            return catalog.hash(id); // looks whether the files are still the same, and reads them only if not
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** A failure is tried again. */
    private CompletableFuture<String> hash(String id) {
        return hashes.compute(
                id,
                (key, before) -> before == null || before.isCompletedExceptionally()
                        ? CompletableFuture.supplyAsync(() -> catalog.hash(id), reader)
                        : before);
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }
}
