package dev.darkroom.job;

import dev.darkroom.pipeline.GenerationMonitor;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * The queue's side of a running request. What it writes are hints; if the database refuses them the job goes on, and
 * its end decides.
 */
final class RunMonitor implements GenerationMonitor {

    private static final Logger LOG = LoggerFactory.getLogger(RunMonitor.class);

    private final StopSignal signal;
    private final ProgressReport report;
    private final Checkpoint checkpoint;
    private final WorkMeter meter;
    private final BooleanSupplier watched;

    RunMonitor(
            StopSignal signal, ProgressReport report, Checkpoint checkpoint, WorkMeter meter, BooleanSupplier watched) {
        this.signal = signal;
        this.report = report;
        this.checkpoint = checkpoint;
        this.meter = meter;
        this.watched = watched;
    }

    @Override
    public boolean cancelRequested() {
        try {
            return signal.reason().isPresent();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Cannot look whether the job was cancelled, which goes on: {}", e.getMessage());
            return false;
        }
    }

    @Override
    public void progress(int step, int steps) {
        meter.step(step, steps);
        report.step(step, steps);
    }

    @Override
    public boolean previewWanted() {
        return watched.getAsBoolean() && report.previewDue();
    }

    @Override
    public void preview(int index, byte[] jpeg) {
        report.preview(index, jpeg);
    }

    @Override
    public List<float[]> recorded(int index) {
        return checkpoint.recorded(index);
    }

    @Override
    public void record(int index, int evaluation, float[] denoised) {
        try {
            if (!checkpoint.record(index, evaluation, denoised)) {
                signal.stop(StopReason.LEASE_LOST);
            }
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Cannot write the job's checkpoint, which goes on without: {}", e.getMessage());
        }
    }
}
