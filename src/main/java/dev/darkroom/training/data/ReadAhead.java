package dev.darkroom.training.data;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads on a thread of its own while another trains. To its user it is a reader like the one behind it, which it owns
 * from now on: same examples, same positions.
 */
public final class ReadAhead implements ExampleReader {

    private record Step(@Nullable Example example, @Nullable Exception failure, long position, long skipped) {}

    private final ExampleReader reader;
    private final BlockingQueue<Step> queue;
    private final Thread thread;
    private long position;
    private long skipped;

    /** @param examples how many to hold ready, at least 1 */
    public ReadAhead(ExampleReader reader, int examples) {
        this.reader = reader;
        this.queue = new ArrayBlockingQueue<>(examples);
        this.position = reader.position();
        this.thread = new Thread(this::read, "read-ahead");
        thread.setDaemon(true);
        thread.start();
    }

    private void read() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Step step = step();
                queue.put(step);
                if (step.failure() != null) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            // closed: nobody waits for more
            Thread.currentThread().interrupt();
        }
    }

    private Step step() {
        try {
            Example example = reader.next();
            return new Step(example, null, reader.position(), reader.skipped());
        } catch (IOException | RuntimeException e) {
            return new Step(null, e, reader.position(), reader.skipped());
        }
    }

    @Override
    public Example next() throws IOException {
        try {
            Step step = queue.take();
            Example example = step.example();
            if (example == null) {
                queue.add(step);
                throw new IOException("reading ahead failed", step.failure());
            }
            position = step.position();
            skipped = step.skipped();
            return example;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for an example");
        }
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public long skipped() {
        return skipped;
    }

    /** Stops the thread, then closes the reader behind. */
    @Override
    public void close() throws IOException {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        reader.close();
    }
}
