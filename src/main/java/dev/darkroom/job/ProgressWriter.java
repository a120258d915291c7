package dev.darkroom.job;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Writes a running job's progress and previews in order, beside its work: no step waits for the disk. They are hints; if
 * the database refuses them the job goes on, and its end decides. Thread-safe. Close it before the job's end is written.
 */
final class ProgressWriter implements ProgressReport.Log, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressWriter.class);

    private final Lease lease;
    private final JobTransitions transitions;
    private final StopSignal signal;
    private final Executor executor;
    private CompletableFuture<Void> written = CompletableFuture.completedFuture(null);

    /**
     * @param signal is given when the lease turns out to be lost
     * @param executor writes
     */
    ProgressWriter(Lease lease, JobTransitions transitions, StopSignal signal, Executor executor) {
        this.lease = lease;
        this.transitions = transitions;
        this.signal = signal;
        this.executor = executor;
    }

    @Override
    public synchronized void write(Job.Progress progress, String event, Map<String, Object> data) {
        written = written.thenRunAsync(() -> writeNow(progress, event, data), executor);
    }

    private void writeNow(Job.Progress progress, String event, Map<String, Object> data) {
        try (MDC.MDCCloseable job = MDC.putCloseable("job", lease.id().toString())) {
            if (!transitions.progress(lease, progress, event, data)) {
                signal.stop(StopReason.LEASE_LOST);
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Cannot write the job's {}, which goes on without: {}", event, e.getMessage());
        } catch (RuntimeException e) { // not even a bug here may keep the job's end from being written
            LOG.error("The job's {} was not written; this is a bug.", event, e);
        }
    }

    /** Waits until all is written. */
    @Override
    public void close() {
        CompletableFuture<Void> last;
        synchronized (this) {
            last = written;
        }
        last.join();
    }
}
