package dev.darkroom.training.run;

import dev.darkroom.training.stage.Stage.Batch;
import dev.darkroom.training.stage.Stage.Batches;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Prepares the next batch while the network works on this one. For one thread. */
final class BatchFeed implements AutoCloseable {

    private final Batches batches;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread worker = new Thread(task, "batches");
        worker.setDaemon(true);
        return worker;
    });
    private long number;
    private Future<Batch> next;

    /** @param number of the first batch */
    BatchFeed(Batches batches, long number) {
        this.batches = batches;
        this.number = number;
        this.next = prepare();
    }

    private Future<Batch> prepare() {
        long own = number;
        number++;
        return thread.submit(() -> batches.next(own));
    }

    Batch take() throws IOException, InterruptedException {
        try {
            Batch batch = next.get();
            next = prepare();
            return batch;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new TrainingFailedException("a batch could not be prepared: " + e.getCause(), e);
        }
    }

    /** The batch that is being prepared is finished first: it uses what is closed next. */
    @Override
    public void close() throws IOException {
        thread.shutdown();
        try {
            next.get();
        } catch (ExecutionException unused) {
            // nobody asked for this batch, so nobody misses it
        } catch (InterruptedException interrupted) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
        batches.close();
    }
}
