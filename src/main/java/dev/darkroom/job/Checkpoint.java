package dev.darkroom.job;

import java.nio.BufferUnderflowException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The denoiser results of a running job, kept so that another attempt need not compute them again. They are written
 * together every few seconds: a job that ends sooner writes none. Thread-safe.
 */
final class Checkpoint {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoint.class);

    private final Lease lease;
    private final CheckpointRows rows;
    private final QueueSettings settings;
    private final Clock clock;
    private final Map<Integer, List<float[]>> recorded = new HashMap<>();
    private final Map<Integer, Integer> next = new HashMap<>();
    private final List<CheckpointPart.Evaluation> pending = new ArrayList<>();
    private long bytes;
    private Instant written;

    private Checkpoint(Lease lease, CheckpointRows rows, QueueSettings settings, Clock clock) {
        this.lease = lease;
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
        this.written = clock.instant();
    }

    /** The job's checkpoint with what earlier attempts left in it. */
    static Checkpoint load(Lease lease, CheckpointRows rows, QueueSettings settings, Clock clock) {
        Checkpoint checkpoint = new Checkpoint(lease, rows, settings, clock);
        for (byte[] part : rows.read(lease.id())) {
            try {
                CheckpointPart.decode(part).forEach(checkpoint::restore);
            } catch (BufferUnderflowException | IllegalArgumentException | NegativeArraySizeException damaged) {
                LOG.warn(
                        "A part of the job's checkpoint is damaged and left out, with what follows it: {}",
                        damaged.toString());
                break;
            }
        }
        return checkpoint;
    }

    private void restore(CheckpointPart.Evaluation one) {
        if (follows(one.index(), one.evaluation())) {
            recorded.computeIfAbsent(one.index(), index -> new ArrayList<>()).add(one.denoised());
            bytes += one.bytes();
        }
    }

    /** What earlier attempts computed for a picture, in order. */
    synchronized List<float[]> recorded(int index) {
        return List.copyOf(recorded.getOrDefault(index, List.of()));
    }

    /** Evaluations that earlier attempts computed, over all pictures. */
    synchronized int size() {
        return recorded.values().stream().mapToInt(List::size).sum();
    }

    /**
     * Takes a result, and writes all that waits if the last write is old enough. Results that are there already, that
     * leave a gap or that would make the checkpoint too large are left out. False if the lease is lost.
     */
    synchronized boolean record(int index, int evaluation, float[] denoised) {
        CheckpointPart.Evaluation one = new CheckpointPart.Evaluation(index, evaluation, denoised.clone());
        boolean fits = bytes + one.bytes() <= settings.checkpointSize().toBytes();
        if (fits && follows(index, evaluation)) {
            pending.add(one);
            bytes += one.bytes();
        }
        boolean due = !clock.instant().isBefore(written.plus(settings.checkpointInterval()));
        return !due || flush();
    }

    /** Writes what waits. False if the lease is lost. */
    synchronized boolean flush() {
        written = clock.instant();
        if (pending.isEmpty()) {
            return true;
        }
        boolean held = rows.append(lease, CheckpointPart.encode(pending));
        pending.clear();
        return held;
    }

    /** True, once, for the evaluation that comes next in its picture. */
    private boolean follows(int index, int evaluation) {
        if (next.getOrDefault(index, 0) != evaluation) {
            return false;
        }
        next.put(index, evaluation + 1);
        return true;
    }
}
