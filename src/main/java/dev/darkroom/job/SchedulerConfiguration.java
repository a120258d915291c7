package dev.darkroom.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The scheduler that hands jobs to threads, and what the rest of the service sees of the queue. */
@Configuration(proxyBeanMethods = false)
class SchedulerConfiguration {

    /** How long threads that drained jobs may take to write them down, before they are interrupted. */
    private static final Duration SETTLE = Duration.ofSeconds(5);

    @Bean
    CustomTask<Void> jobTask(
            JobIntake.Tables tables,
            JobTransitions transitions,
            JobRunner runner,
            AfterSettlement after,
            CrashRecovery recovery) {
        return new JobTask(runner, transitions, tables.transaction(), after).task(recovery);
    }

    @Bean
    JobRunner jobRunner(
            JobIntake.Tables tables,
            JobTransitions transitions,
            JobRunner.Admission admission,
            JobRuns runs,
            JobAttempt attempt,
            JobMetrics metrics) {
        return new JobRunner(tables.rows(), transitions, admission, runs, attempt, metrics);
    }

    @Bean
    JobRunner.Admission jobAdmission(QueueSettings settings, Drain drain, Clock clock) {
        return new JobRunner.Admission(new CrashGate(settings.concurrency()), drain, clock);
    }

    @Bean
    AfterSettlement afterSettlement(JobIntake.Tables tables, ResultPictures pictures, JobMetrics metrics) {
        return new AfterSettlement(tables.rows(), pictures, metrics);
    }

    @Bean
    CrashRecovery crashRecovery(
            JobIntake.Tables tables, JobTransitions transitions, JobMetrics metrics, QueueSettings settings) {
        return new CrashRecovery(tables.rows(), transitions, tables.transaction(), metrics, settings.crashes());
    }

    /** Its statements join the transaction of the thread that calls, if there is one. */
    @Bean(destroyMethod = "")
    Scheduler scheduler(DataSource dataSource, CustomTask<Void> jobTask, QueueSettings settings, Clock clock) {
        String name = ManagementFactory.getRuntimeMXBean().getName() + "/"
                + UUID.randomUUID().toString().substring(0, 8);
        return Scheduler.create(new JoinedDataSource(dataSource), List.of(jobTask))
                .schedulerName(new SchedulerName.Fixed(name))
                .threads(settings.concurrency())
                .executorService(jobThreads(settings.concurrency()))
                .pollUsingFetch(0.5, 1.0)
                .pollingInterval(settings.pollInterval())
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(settings.drain().plus(SETTLE))
                .enablePriority()
                .clock(clock::instant)
                .build();
    }

    @Bean
    Schedule jobSchedule(Scheduler scheduler) {
        return new Schedule(scheduler);
    }

    @Bean
    JobEnding jobEnding(
            JobIntake.Tables tables,
            JobTransitions transitions,
            Schedule schedule,
            JobRuns.Live live,
            ResultPictures pictures,
            JobMetrics metrics) {
        return new JobEnding(tables, transitions, schedule, live.running(), pictures, metrics);
    }

    /**
     * One thread per job in flight. db-scheduler fetches as many due jobs as there are threads whenever it looks, and
     * each look makes the jobs waiting here from earlier looks stale; so the queue holds one look, and the oldest, which
     * are stale, make room.
     */
    private static ExecutorService jobThreads(int concurrency) {
        AtomicInteger number = new AtomicInteger();
        return new ThreadPoolExecutor(
                concurrency,
                concurrency,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(concurrency),
                task -> new Thread(task, "job-" + number.incrementAndGet()),
                new ThreadPoolExecutor.DiscardOldestPolicy());
    }
}
