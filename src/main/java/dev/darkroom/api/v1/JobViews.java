package dev.darkroom.api.v1;

import dev.darkroom.api.problem.Problem;
import dev.darkroom.api.problem.ProblemType;
import dev.darkroom.generation.Delivery;
import dev.darkroom.imagestore.UrlSigner.Signature;
import dev.darkroom.job.Job;
import dev.darkroom.job.Job.StoredImage;
import dev.darkroom.pipeline.RequestDraft;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Jobs in the form that clients see. Thread-safe. */
@Component
class JobViews {

    private final Pictures pictures;

    JobViews(Pictures pictures) {
        this.pictures = pictures;
    }

    /** The job, its pictures as its request asks for them. */
    JobView of(Job job, String base) {
        return of(job, base, job.request().output().delivery());
    }

    /**
     * The job.
     *
     * @param base scheme, host and port that the client called, the beginning of URLs
     * @param delivery how pictures are handed over
     */
    JobView of(Job job, String base, Delivery delivery) {
        List<JobView.Image> images = job.result().images().stream()
                .map(image -> image(job, image, base, delivery))
                .toList();
        return new JobView(
                job.id(),
                name(job.state()),
                job.times().created(),
                job.times().started(),
                job.times().finished(),
                ImageRequest.of(RequestDraft.of(job.request()), job.labels().isEmpty() ? null : job.labels()),
                progress(job.progress()),
                queue(job.queue()),
                images,
                job.result().films().isEmpty() ? null : base + "/api/v1/jobs/" + job.id() + "/trajectory",
                Animations.has(job) ? base + "/api/v1/jobs/" + job.id() + "/animation" : null,
                timings(job.result().timings()),
                job.result().warnings().isEmpty() ? null : job.result().warnings(),
                report(job),
                job.attempts(),
                error(job));
    }

    private JobView.Image image(Job job, StoredImage image, String base, Delivery delivery) {
        Signature signature = delivery == Delivery.URL ? pictures.sign(job.id(), image.index()) : null;
        return new JobView.Image(
                image.index(),
                image.seed(),
                image.size().width(),
                image.size().height(),
                name(image.format()),
                image.sha256(),
                signature == null ? null : base + SignedAddress.of(job.id(), image.index(), signature),
                signature == null ? Base64.getEncoder().encodeToString(pictures.read(image)) : null,
                signature == null ? null : signature.expiresAt());
    }

    private static JobView.Progress progress(Job.Progress progress) {
        Duration eta = progress.eta();
        return new JobView.Progress(
                progress.step(), progress.steps(), progress.fraction(), eta == null ? null : seconds(eta));
    }

    private static JobView.@Nullable Queue queue(Job.@Nullable QueuePlace place) {
        return place == null ? null : new JobView.Queue(place.position(), seconds(place.eta()));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static Map<String, Long> timings(Map<String, Duration> timings) {
        Map<String, Long> millis = new LinkedHashMap<>();
        timings.forEach((stage, time) -> millis.put(stage + "_ms", time.toMillis()));
        return millis;
    }

    private static @Nullable Map<String, Double> report(Job job) {
        Map<String, Double> report = job.result().report();
        return report == null || report.isEmpty() ? null : report;
    }

    private static @Nullable Problem error(Job job) {
        Job.Failure failure = job.error();
        if (failure == null) {
            return null;
        }
        ProblemType type = JobFailures.type(job.state(), failure);
        return Problem.of(type, failure.detail(), null, null).about(job.id().toString());
    }

    /** A constant as clients see it. */
    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
