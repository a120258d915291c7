package dev.darkroom.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.darkroom.imagestore.DataDirectory;
import dev.darkroom.imagestore.ImageStore;
import dev.darkroom.imagestore.InputPictures;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What keeps the queue tidy and watched. */
@Configuration(proxyBeanMethods = false)
class HousekeepingConfiguration {

    @Bean
    Retention jobRetention(
            JobIntake.Tables tables,
            JobEnding ending,
            InputPictures inputs,
            RetentionSettings settings,
            QueueLimits limits,
            Clock clock) {
        return new Retention(tables.database(), ending, inputs, settings.retention(), limits, clock);
    }

    @Bean
    OrphanSweep orphanSweep(ImageStore store, JobIntake.Tables tables, Clock clock) {
        return new OrphanSweep(store, tables.rows(), clock);
    }

    @Bean
    Takeover takeover(DataDirectory dataDirectory, JobIntake.Tables tables) {
        return new Takeover(new SoleProcess(dataDirectory.root().resolve("darkroom.lock")), tables.database());
    }

    @Bean
    Housekeeping jobHousekeeping(
            JobIntake.Tables tables, Deadlines deadlines, Retention retention, OrphanSweep orphans) {
        return new Housekeeping(List.of(
                new Housekeeping.Chore("deadlines", Duration.ofSeconds(1), deadlines::expireQueued),
                new Housekeeping.Chore("events of other processes", Duration.ofSeconds(2), tables.bus()::publishAll),
                new Housekeeping.Chore("retention of jobs", Duration.ofMinutes(1), retention::removeJobs),
                new Housekeeping.Chore("retention of inputs", Duration.ofHours(1), retention::removeInputs),
                new Housekeeping.Chore("orphaned pictures", Duration.ofHours(12), orphans::sweep)));
    }

    @Bean
    Deadlines deadlines(JobIntake.Tables tables, JobEnding ending, Clock clock) {
        return new Deadlines(tables.database(), ending, clock);
    }

    @Bean
    QueueGauges queueGauges(Backlog backlog, JobRuns.Live live, Subscriptions subscriptions) {
        return new QueueGauges(backlog, live.running(), subscriptions);
    }

    @Bean
    QueueHealth queueHealthIndicator(Scheduler scheduler, Drain drain, Backlog backlog, JobRuns.Live live) {
        return new QueueHealth(scheduler, drain, backlog, live.running());
    }
}
