package dev.darkroom.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The queue as the rest of the service sees it, and its life. */
@Configuration(proxyBeanMethods = false)
class QueueConfiguration {

    @Bean
    Jobs jobs(
            JobIntake intake,
            JobIntake.Tables tables,
            JobEnding ending,
            JobView view,
            EventBus bus,
            Subscriptions subscriptions) {
        return new DurableJobs(intake, tables.rows(), ending, view, bus, subscriptions);
    }

    @Bean
    JobIntake jobIntake(JobIntake.Tables tables, Backlog backlog, Schedule schedule, Clock clock) {
        return new JobIntake(tables, backlog, schedule, clock);
    }

    @Bean
    JobView jobView(Backlog backlog, JobRuns.Live live, Drain drain, Clock clock) {
        return new JobView(backlog, live.running(), drain, clock);
    }

    @Bean
    QueueLifecycle queueLifecycle(
            Scheduler scheduler,
            Drain drain,
            Housekeeping housekeeping,
            JobRuns.Live live,
            Subscriptions subscriptions,
            Takeover takeover) {
        return new QueueLifecycle(scheduler, drain, housekeeping, live.running(), subscriptions, takeover);
    }
}
