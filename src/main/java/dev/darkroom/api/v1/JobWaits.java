package dev.darkroom.api.v1;

import dev.darkroom.api.problem.ProblemException;
import dev.darkroom.job.Job;
import dev.darkroom.job.Jobs;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.DeferredResult;

/** Waits for jobs without holding a thread: a subscription ends the wait. Thread-safe. */
@Component
class JobWaits {

    private static final Logger log = LoggerFactory.getLogger(JobWaits.class);
    private static final Duration SLACK = Duration.ofSeconds(30);

    private final Jobs jobs;
    private final AnswerThreads threads;

    JobWaits(Jobs jobs, AnswerThreads threads) {
        this.jobs = jobs;
        this.threads = threads;
    }

    /** Answers once the job has finished, at the latest after {@code wait}, with the job as it then stands. */
    <T> DeferredResult<T> answer(Job job, Duration wait, Function<Job, T> answer) {
        DeferredResult<T> result = new DeferredResult<>(wait.plus(SLACK).toMillis());
        CompletableFuture<T> answered =
                finished(job, wait).thenApplyAsync(id -> answer.apply(current(id)), threads.answers());
        CompletableFuture<T> unused = answered.whenComplete((value, failure) -> {
            if (failure == null) {
                result.setResult(value);
            } else {
                result.setErrorResult(failure.getCause() == null ? failure : failure.getCause());
            }
        });
        return result;
    }

    private CompletableFuture<UUID> finished(Job job, Duration wait) {
        if (job.state().terminal() || wait.isZero()) {
            return CompletableFuture.completedFuture(job.id());
        }
        CompletableFuture<UUID> finished = new CompletableFuture<>();
        AutoCloseable subscription = jobs.onFinish(job.id(), () -> finished.complete(job.id()));
        finished.completeOnTimeout(job.id(), wait.toMillis(), TimeUnit.MILLISECONDS);
        return finished.whenComplete((id, failure) -> close(subscription));
    }

    private Job current(UUID id) {
        return jobs.find(id).orElseThrow(() -> ProblemException.noJob(id));
    }

    private static void close(AutoCloseable subscription) {
        try {
            subscription.close();
        } catch (Exception e) {
            log.warn("A subscription to the events of a job could not be closed", e);
        }
    }
}
