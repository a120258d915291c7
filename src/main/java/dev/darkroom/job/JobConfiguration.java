package dev.darkroom.job;

import dev.darkroom.imagestore.ImageStore;
import dev.darkroom.pipeline.ImageGenerator;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the queue together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({QueueSettings.class, QueueLimits.class, RetentionSettings.class})
class JobConfiguration {

    @Bean
    JobIntake.Tables jobTables(JdbcClient database, TransactionTemplate transaction, EventBus bus) {
        return new JobIntake.Tables(database, transaction, new JobRows(database), new EventLog(database), bus);
    }

    @Bean
    EventBus jobEventBus() {
        return new InProcessEventBus();
    }

    @Bean
    Subscriptions jobSubscriptions(JobIntake.Tables tables, EventBus bus, Clock clock) {
        return new Subscriptions(tables.events(), bus, clock);
    }

    @Bean
    JobTransitions jobTransitions(JobIntake.Tables tables, EventBus bus, Clock clock) {
        return new JobTransitions(tables.database(), tables.transaction(), tables.events(), bus, clock);
    }

    @Bean
    Drain queueDrain(Clock clock, QueueSettings settings) {
        return new Drain(clock, settings.drain());
    }

    @Bean
    JobRuns.Live liveJobs(Subscriptions subscriptions) {
        return new JobRuns.Live(new RunningJobs(), new Pace(), subscriptions::watched);
    }

    @Bean
    ResultPictures resultPictures(ImageStore store) {
        return new ResultPictures(store);
    }

    @Bean
    JobMetrics jobMetrics(MeterRegistry registry, Clock clock) {
        return new JobMetrics(registry, clock);
    }

    @Bean
    Backlog queueBacklog(JobIntake.Tables tables, QueueLimits limits, JobRuns.Live live, QueueSettings settings) {
        return new Backlog(tables.database(), limits, live.pace(), settings.concurrency());
    }

    @Bean
    JobAttempt jobAttempt(
            ImageGenerator generator,
            ResultPictures pictures,
            JobMetrics metrics,
            QueueSettings settings,
            Clock clock) {
        return new JobAttempt(generator, pictures, metrics, settings, clock);
    }

    @Bean
    JobRuns jobRuns(
            JobIntake.Tables tables,
            JobTransitions transitions,
            Drain drain,
            QueueSettings settings,
            JobRuns.Live live,
            Clock clock) {
        CheckpointRows checkpoints = new CheckpointRows(tables.database(), tables.transaction());
        StopSignal.Watch watch = new StopSignal.Watch(tables.rows(), drain, clock, settings.cancelPoll());
        return new JobRuns(transitions, checkpoints, watch, settings, live);
    }
}
