package dev.darkroom.job;

import dev.darkroom.generation.InvalidRequestException;
import dev.darkroom.imagestore.StorageException;
import dev.darkroom.pipeline.Generation;
import dev.darkroom.pipeline.GenerationCancelledException;
import dev.darkroom.pipeline.GenerationFailedException;
import dev.darkroom.pipeline.GenerationMonitor;
import dev.darkroom.pipeline.ImageGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a job that has begun, once, and says what follows from how that went. Thread-safe. */
final class JobAttempt {

    private static final Logger LOG = LoggerFactory.getLogger(JobAttempt.class);
    private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(2);

    private final ImageGenerator generator;
    private final ResultPictures pictures;
    private final JobMetrics metrics;
    private final QueueSettings settings;
    private final Clock clock;

    JobAttempt(
            ImageGenerator generator,
            ResultPictures pictures,
            JobMetrics metrics,
            QueueSettings settings,
            Clock clock) {
        this.generator = generator;
        this.pictures = pictures;
        this.metrics = metrics;
        this.settings = settings;
        this.clock = clock;
    }

    /** Makes the pictures and stores them. */
    Verdict run(StoredJob stored, Lease lease, StopSignal signal, GenerationMonitor monitor) {
        try {
            Generation generation = generator.generate(stored.job().request(), monitor);
            if (stored.line().expired(clock.instant())) {
                return settlement -> settlement.finish(Outcome.expired());
            }
            Outcome outcome = store(stored, lease, generation);
            metrics.stages(generation.timings());
            return settlement -> settlement.finish(outcome);
        } catch (GenerationCancelledException e) {
            return signal.reason()
                    .map(reason -> stopped(stored, reason))
                    .orElseGet(() -> failed(stored, "interrupted", true, e));
        } catch (GenerationFailedException e) {
            return failed(stored, e.problem(), e.retryable(), e);
        } catch (StorageException e) {
            return failed(stored, "storage-unavailable", true, e);
        } catch (InvalidRequestException e) {
            return failed(stored, "invalid-request", false, e);
        } catch (RuntimeException | Error e) {
            return unexpected(stored, signal, e);
        }
    }

    private Outcome store(StoredJob stored, Lease lease, Generation generation) {
        List<Job.StoredImage> images = pictures.put(lease, generation);
        List<Job.StoredFilm> films = pictures.putFilms(lease, generation);
        Job.Result result =
                new Job.Result(images, films, timings(stored, generation), generation.warnings(), generation.report());
        return Outcome.succeeded(result, generation.bytes());
    }

    private Map<String, Duration> timings(StoredJob stored, Generation generation) {
        Job.Times times = stored.job().times();
        Instant now = clock.instant();
        Instant started = times.started() == null ? now : times.started();
        Map<String, Duration> timings = new LinkedHashMap<>();
        timings.put("queue", Duration.between(times.created(), started));
        timings.put("text", generation.timings().text());
        timings.put("denoise", generation.timings().denoise());
        timings.put("decode", generation.timings().decode());
        timings.put("encode", generation.timings().encode());
        timings.put("total", Duration.between(times.created(), now));
        return timings;
    }

    private static Verdict stopped(StoredJob stored, StopReason reason) {
        LOG.info("Stopped between two steps: {}.", reason);
        return switch (reason) {
            case CANCEL -> settlement -> settlement.finish(Outcome.cancelled());
            case DEADLINE -> settlement -> settlement.finish(Outcome.expired());
            case DRAIN -> drained(stored);
            case LEASE_LOST -> settlement -> settlement.finish(Outcome.cancelled());
        };
    }

    private static Verdict drained(StoredJob stored) {
        Requeue requeue = new Requeue(
                Requeue.Reason.DRAIN, stored.line().due(), "The service is stopping; the job goes on later.");
        return settlement -> settlement.requeue(requeue);
    }

    private Verdict failed(StoredJob stored, String problem, boolean retryable, Throwable cause) {
        String detail = Objects.requireNonNullElse(cause.getMessage(), problem);
        int failures = stored.failures() + 1;
        if (!retryable || failures > settings.retries()) {
            LOG.warn("Failed with {}: {}", problem, detail, cause);
            return settlement -> settlement.finish(Outcome.failed(problem, detail));
        }
        Duration backoff = settings.retryBackoff().multipliedBy(1L << Math.min(failures - 1, 20));
        Duration wait = backoff.compareTo(LONGEST_BACKOFF) < 0 ? backoff : LONGEST_BACKOFF;
        LOG.warn(
                "Failed with {} ({} of {} retries), next try in {}: {}",
                problem,
                failures,
                settings.retries(),
                wait,
                detail,
                cause);
        metrics.retried();
        Requeue requeue = new Requeue(Requeue.Reason.FAILURE, clock.instant().plus(wait), detail);
        return settlement -> settlement.requeue(requeue);
    }

    private static Verdict unexpected(StoredJob stored, StopSignal signal, Throwable error) {
        if (signal.reason().filter(StopReason.DRAIN::equals).isPresent()) {
            LOG.info("Interrupted because the service stops: {}", error.toString());
            return drained(stored);
        }
        LOG.error("Failed unexpectedly; this is a bug.", error);
        return settlement -> settlement.finish(Outcome.failed(
                "internal-error",
                "Darkroom made a mistake. Its log says more under job "
                        + stored.job().id() + "."));
    }
}
