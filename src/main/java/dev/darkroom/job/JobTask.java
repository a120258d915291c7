package dev.darkroom.job;

import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.transaction.support.TransactionTemplate;

/** db-scheduler's view of jobs: one task, whose instances are named by the jobs' ids. */
final class JobTask {

    /** Name of the task in db-scheduler's table. */
    static final String NAME = "job";

    private static final Logger LOG = LoggerFactory.getLogger(JobTask.class);
    private static final Duration AFTER_DATABASE_ERROR = Duration.ofSeconds(5);

    private final JobRunner runner;
    private final JobTransitions transitions;
    private final TransactionTemplate transaction;
    private final AfterSettlement after;

    JobTask(JobRunner runner, JobTransitions transitions, TransactionTemplate transaction, AfterSettlement after) {
        this.runner = runner;
        this.transitions = transitions;
        this.transaction = transaction;
        this.after = after;
    }

    /** The task; executions of dead workers go to {@code recovery}. */
    CustomTask<Void> task(CrashRecovery recovery) {
        return Tasks.custom(NAME, Void.class)
                .onDeadExecution(recovery)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_DATABASE_ERROR))
                .execute((instance, context) -> {
                    Lease lease = new Lease(UUID.fromString(instance.getId()), context.getExecution().version);
                    return execute(lease);
                });
    }

    /** An instance of the task, to be scheduled. */
    static TaskInstance<Void> instance(UUID id, int priority) {
        return new TaskInstance.Builder<Void>(NAME, id.toString())
                .priority(priority)
                .build();
    }

    private CompletionHandler<Void> execute(Lease lease) {
        try (MDC.MDCCloseable job = MDC.putCloseable("job", lease.id().toString())) {
            Verdict verdict = runner.run(lease);
            return (completed, schedule) -> settle(lease, verdict, completed, schedule);
        }
    }

    private void settle(Lease lease, Verdict verdict, ExecutionComplete completed, ExecutionOperations<Void> schedule) {
        try (MDC.MDCCloseable job = MDC.putCloseable("job", lease.id().toString())) {
            Settlement settlement = new Settlement(transitions, lease, completed, schedule);
            Settled settled = transaction.execute(status -> verdict.settle(settlement));
            after.settled(lease, Objects.requireNonNull(settled));
        } catch (ExecutionException leaseLost) {
            LOG.warn("Another worker took the job over; what this one made is dropped. ({})", leaseLost.getMessage());
            after.settled(lease, Settled.LEASE_LOST);
        }
    }
}
