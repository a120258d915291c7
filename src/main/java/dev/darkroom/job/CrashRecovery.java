package dev.darkroom.job;

import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes over the jobs of workers whose heartbeat stopped. */
final class CrashRecovery implements DeadExecutionHandler<Void> {

    private static final Logger LOG = LoggerFactory.getLogger(CrashRecovery.class);

    private final JobRows rows;
    private final JobTransitions transitions;
    private final TransactionTemplate transaction;
    private final JobMetrics metrics;
    private final int crashLimit;

    CrashRecovery(
            JobRows rows,
            JobTransitions transitions,
            TransactionTemplate transaction,
            JobMetrics metrics,
            int crashLimit) {
        this.rows = rows;
        this.transitions = transitions;
        this.transaction = transaction;
        this.metrics = metrics;
        this.crashLimit = crashLimit;
    }

    @Override
    public void deadExecution(ExecutionComplete completed, ExecutionOperations<Void> operations) {
        Execution execution = completed.getExecution();
        UUID id = UUID.fromString(execution.taskInstance.getId());
        try (MDC.MDCCloseable job = MDC.putCloseable("job", id.toString())) {
            transaction.executeWithoutResult(status -> {
                Optional<StoredJob> found = rows.find(id);
                Lease lease = new Lease(id, found.map(StoredJob::token).orElse(0L));
                verdict(found, execution).settle(new Settlement(transitions, lease, completed, operations));
            });
        }
    }

    private Verdict verdict(Optional<StoredJob> found, Execution execution) {
        if (found.isEmpty() || found.get().job().state().terminal()) {
            return Settlement::forget;
        }
        StoredJob stored = found.get();
        if (stored.job().state() == JobState.QUEUED) {
            LOG.info("Worker {} died before it began the job, which stays in its place.", execution.pickedBy);
            return settlement -> settlement.postpone(stored.line().due());
        }
        int crashes = stored.crashes() + 1;
        if (stored.cancelRequested()) {
            return settlement -> settlement.finish(Outcome.cancelled());
        }
        metrics.crashed();
        if (crashes >= crashLimit) {
            LOG.error("Worker {} died, the job was running at {} crashes: quarantined.", execution.pickedBy, crashes);
            metrics.ended(JobState.QUARANTINED, stored.job().times().created());
            return settlement -> settlement.finish(Outcome.quarantined(crashes));
        }
        LOG.warn(
                "Worker {} died while it ran the job ({} of {}), which will run again, alone.",
                execution.pickedBy,
                crashes,
                crashLimit);
        Requeue again = new Requeue(Requeue.Reason.CRASH, stored.line().due(), "The worker died; the job runs again.");
        return settlement -> settlement.requeue(again);
    }
}
