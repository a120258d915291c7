package dev.darkroom.job;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import java.time.Instant;

/** Changes a job's row and its schedule together, in the transaction around it. For one execution, used once. */
final class Settlement {

    private final JobTransitions transitions;
    private final Lease lease;
    private final ExecutionComplete completed;
    private final ExecutionOperations<Void> schedule;

    Settlement(
            JobTransitions transitions, Lease lease, ExecutionComplete completed, ExecutionOperations<Void> schedule) {
        this.transitions = transitions;
        this.lease = lease;
        this.completed = completed;
        this.schedule = schedule;
    }

    /** Ends the running job. */
    Settled finish(Outcome outcome) {
        schedule.stop();
        return transitions.finish(lease, outcome) ? Settled.ENDED : Settled.LEASE_LOST;
    }

    /** Ends a job that was not begun. */
    Settled refuse(Outcome outcome) {
        schedule.stop();
        return transitions.endUnfinished(lease.id(), outcome) ? Settled.ENDED : Settled.LEFT;
    }

    /** Puts the running job back into the queue. */
    Settled requeue(Requeue requeue) {
        if (transitions.requeue(lease, requeue)) {
            schedule.reschedule(completed, requeue.due());
            return Settled.LEFT;
        }
        schedule.stop();
        return Settled.LEASE_LOST;
    }

    /** The job was not begun: its schedule goes back to where it was. */
    Settled postpone(Instant due) {
        schedule.reschedule(completed, due);
        return Settled.LEFT;
    }

    /** There is nothing left to do for the job. */
    Settled forget() {
        schedule.stop();
        return Settled.LEFT;
    }
}
