package dev.darkroom.training.data;

import dev.darkroom.generation.Size;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups examples into batches of one picture size. It reads a window of several batches, groups it, hands out full
 * batches and then what is left of each size as smaller ones; so its position is small and exact. Not thread-safe.
 */
public final class Batches implements Closeable {

    /**
     * Where a run goes on.
     *
     * @param window position of the source at which the window began
     * @param taken batches of that window that were handed out
     */
    public record Position(long window, int taken) {

        /** Before the first example. */
        public static final Position START = new Position(0, 0);
    }

    private static final int BATCHES_IN_WINDOW = 8;

    private final ExampleReader reader;
    private final int batchSize;
    private final Deque<List<Example>> ready = new ArrayDeque<>();
    private long window;
    private int taken;

    private Batches(ExampleReader reader, int batchSize, long window) {
        this.reader = reader;
        this.batchSize = batchSize;
        this.window = window;
    }

    /** Opens a source at a position that {@link #position} said, with the batch size of then. */
    public static Batches open(ExampleSource source, int batchSize, Position position) throws IOException {
        if (batchSize < 1) {
            throw new IllegalArgumentException("a batch has at least one example, not " + batchSize);
        }
        Batches batches = new Batches(source.open(position.window()), batchSize, position.window());
        for (int i = 0; i < position.taken(); i++) {
            batches.next();
        }
        return batches;
    }

    /** Examples whose pictures have the same size: as many as a batch holds, or fewer at the end of a window. */
    public List<Example> next() throws IOException {
        if (ready.isEmpty()) {
            window = reader.position();
            taken = 0;
            fill();
        }
        taken++;
        return ready.remove();
    }

    private void fill() throws IOException {
        Map<Size, List<Example>> growing = new LinkedHashMap<>();
        for (int i = 0; i < BATCHES_IN_WINDOW * batchSize; i++) {
            Example example = reader.next();
            List<Example> batch = growing.computeIfAbsent(example.picture().size(), size -> new ArrayList<>());
            batch.add(example);
            if (batch.size() == batchSize) {
                ready.add(List.copyOf(batch));
                batch.clear();
            }
        }
        growing.values().stream()
                .filter(batch -> !batch.isEmpty())
                .map(List::copyOf)
                .forEach(ready::add);
    }

    public Position position() {
        return new Position(window, taken);
    }

    /** Examples passed over, as {@link ExampleReader#skipped}. */
    public long skipped() {
        return reader.skipped();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
