package dev.darkroom.torch;

import java.util.ArrayDeque;
import java.util.Deque;

/** Resources that are closed again, the last one first, unless all of them could be opened. For one thread. */
public final class Unfinished implements AutoCloseable {

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    /** Takes charge of a resource until {@link #finished}; gives it back. */
    public <T extends AutoCloseable> T add(T resource) {
        opened.push(resource);
        return resource;
    }

    /** All are open: whoever asked for them closes them now. */
    public void finished() {
        opened.clear();
    }

    @Override
    public void close() {
        for (AutoCloseable resource : opened) {
            try {
                resource.close();
            } catch (Exception e) {
                throw new IllegalStateException("a resource could not be closed", e);
            }
        }
    }
}
