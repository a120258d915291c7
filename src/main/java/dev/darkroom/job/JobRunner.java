package dev.darkroom.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a picked job through one attempt. Thread-safe. */
final class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final JobRows rows;
    private final JobTransitions transitions;
    private final Admission admission;
    private final JobRuns runs;
    private final JobAttempt attempt;
    private final JobMetrics metrics;

    JobRunner(
            JobRows rows,
            JobTransitions transitions,
            Admission admission,
            JobRuns runs,
            JobAttempt attempt,
            JobMetrics metrics) {
        this.rows = rows;
        this.transitions = transitions;
        this.admission = admission;
        this.runs = runs;
        this.attempt = attempt;
        this.metrics = metrics;
    }

    /**
     * What a job passes before it begins.
     *
     * @param gate lets suspects run alone
     * @param drain closed for good when the process stops
     * @param clock now
     */
    record Admission(CrashGate gate, Drain drain, Clock clock) {}

    /** Runs the job and says what is to be written about it. */
    Verdict run(Lease lease) {
        Optional<StoredJob> found = rows.find(lease.id());
        if (found.isEmpty() || found.get().job().state().terminal()) {
            return Settlement::forget;
        }
        StoredJob waiting = found.get();
        try (CrashGate.Pass pass = admission.gate().enter(waiting.crashes() > 0)) {
            if (admission.drain().begun()) {
                return settlement -> settlement.postpone(waiting.line().due());
            }
            return begin(waiting, lease);
        } catch (InterruptedException stopping) {
            // Only db-scheduler's shutdown interrupts, and the thread must still write that the job goes back.
            return settlement -> settlement.postpone(waiting.line().due());
        }
    }

    private Verdict begin(StoredJob waiting, Lease lease) {
        if (!transitions.begin(lease, waiting.job().attempts() + 1)) {
            return notBegun(lease);
        }
        StoredJob begun = rows.find(lease.id()).orElseThrow();
        LOG.info(
                "Attempt {} of {}",
                begun.job().attempts(),
                begun.job().request().model());
        Instant started = begun.job().times().started();
        if (waiting.job().attempts() == 0 && started != null) {
            metrics.began(Duration.between(begun.job().times().created(), started));
        }
        try (JobRun run = runs.open(begun, lease)) {
            Verdict verdict = attempt.run(begun, lease, run.signal(), run.monitor());
            Thread.interrupted(); // an interrupt was meant for the generator; what follows must be written
            if (run.signal().reason().filter(StopReason.DRAIN::equals).isPresent()) {
                run.checkpoint().flush();
            }
            return verdict;
        }
    }

    /** Why the job could not begin decides what becomes of it. */
    private Verdict notBegun(Lease lease) {
        Optional<StoredJob> found = rows.find(lease.id());
        if (found.isEmpty() || found.get().job().state().terminal()) {
            return Settlement::forget;
        }
        if (found.get().cancelRequested()) {
            return settlement -> settlement.refuse(Outcome.cancelled());
        }
        if (found.get().line().expired(admission.clock().instant())) {
            return settlement -> settlement.refuse(Outcome.expired());
        }
        throw new IllegalStateException("Lease " + lease.token() + " is older than the job's "
                + found.get().token());
    }
}
