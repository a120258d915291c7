package dev.darkroom.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When jobs run: db-scheduler's table, written in the caller's transaction. Thread-safe. */
final class Schedule {

    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);

    private final Scheduler scheduler;

    /** From now on a free worker takes a job that was scheduled, by whomever in this process, right after the commit. */
    Schedule(Scheduler scheduler) {
        this.scheduler = scheduler;
        scheduler.registerSchedulerListener(new AbstractSchedulerListener() {
            @Override
            public void onExecutionScheduled(TaskInstanceId job, Instant due) {
                AfterCommit.run(scheduler::triggerCheckForDueExecutions);
            }
        });
    }

    /** Schedules a new job. */
    void add(UUID id, int priority, Instant due) {
        if (!scheduler.scheduleIfNotExists(JobTask.instance(id, priority), due)) {
            throw new IllegalStateException("job " + id + " is already scheduled");
        }
    }

    /** Takes a job off the schedule, unless a worker holds it: then that worker does so at its end. */
    void remove(UUID id) {
        try {
            scheduler.cancel(TaskInstanceId.of(JobTask.NAME, id.toString()));
        } catch (TaskInstanceException heldOrGone) {
            LOG.debug("Left on the schedule: {}", heldOrGone.getMessage());
        }
    }
}
