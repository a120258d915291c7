package dev.darkroom.job;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows at start whether another process works on the same data directory: each holds a shared lock on a file there, and
 * the operating system takes it away from one that dies. Who finds itself alone knows without waiting for missed
 * heartbeats that all workers of before are dead.
 */
final class SoleProcess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SoleProcess.class);

    private final Path file;
    private @Nullable FileChannel channel;

    /** @param file made if it is missing; nothing is written into it */
    SoleProcess(Path file) {
        this.file = file;
    }

    /** Joins the processes of the directory; if there is no other, runs {@code whenAlone} while none can join. */
    void join(Runnable whenAlone) {
        try {
            FileChannel opened = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            channel = opened;
            FileLock exclusive = opened.tryLock();
            if (exclusive != null) {
                whenAlone.run();
                exclusive.release();
            }
            opened.lock(0, Long.MAX_VALUE, true);
        } catch (OverlappingFileLockException sameProcess) {
            LOG.info("This process has joined the data directory before");
        } catch (IOException e) {
            LOG.info(
                    "No file locks on {} ({}): jobs of dead workers are found by their heartbeats", file, e.toString());
        }
    }

    /** Leaves. */
    @Override
    public void close() {
        FileChannel opened = channel;
        if (opened != null) {
            try {
                opened.close();
            } catch (IOException e) {
                LOG.info("The lock on {} goes when the process ends: {}", file, e.toString());
            }
        }
    }
}
