package dev.darkroom.worker;

import java.util.ArrayDeque;
import java.util.Deque;

/** Resources that are closed again unless all of them could be opened. */
final class Unfinished implements AutoCloseable {

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T resource) {
        opened.push(resource);
        return resource;
    }

    /** All are open: whoever asked for them closes them now. */
    void finished() {
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
