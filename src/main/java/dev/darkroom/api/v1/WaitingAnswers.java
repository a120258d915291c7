package dev.darkroom.api.v1;

import dev.darkroom.api.web.ApiSettings;
import dev.darkroom.api.web.Disconnects;
import dev.darkroom.job.Job;
import dev.darkroom.job.Job.StoredImage;
import dev.darkroom.job.JobState;
import dev.darkroom.job.Jobs;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.DeferredResult;

/** Answers that come when a job has finished, or when the client's patience ends. */
@Component
class WaitingAnswers {

    private final JobWaits waits;
    private final JobViews views;
    private final Pictures pictures;
    private final ApiSettings settings;
    private final Disconnects disconnects;
    private final Jobs jobs;

    WaitingAnswers(
            JobWaits waits,
            JobViews views,
            Pictures pictures,
            ApiSettings settings,
            Disconnects disconnects,
            Jobs jobs) {
        this.waits = waits;
        this.views = views;
        this.pictures = pictures;
        this.settings = settings;
        this.disconnects = disconnects;
        this.jobs = jobs;
    }

    /** The job: 200 if it has finished, else 202. */
    DeferredResult<ResponseEntity<JobView>> job(Job job, Caller caller, Preferences preferences, Duration usual) {
        return waits.answer(job, wait(preferences, usual), current -> {
            boolean waited = preferences.patience().isPresent();
            BodyBuilder answer = waited && current.state().terminal() ? ResponseEntity.ok() : accepted();
            return located(answer, current, preferences).body(views.of(current, caller.base()));
        });
    }

    /** The pictures: 200 if they are there, 202 and the job if they are not yet, the job's problem if they will not be. */
    DeferredResult<ResponseEntity<?>> pictures(Job job, Caller caller, Preferences preferences, PictureAnswer wanted) {
        DeferredResult<ResponseEntity<?>> result = waits.answer(
                job,
                wait(preferences, settings.defaultWait()),
                current -> pictures(current, caller, preferences, wanted.form()));
        if (wanted.cancelOnDisconnect()) {
            AutoCloseable watch = disconnects.watch(caller.connection(), () -> jobs.cancel(job.id()));
            result.onCompletion(() -> Disconnects.end(watch));
        }
        return result;
    }

    /** What the job is good for: 200 if it has succeeded, 202 and the job if it has not yet, the job's problem if it will not. */
    DeferredResult<ResponseEntity<?>> finished(
            Job job, Caller caller, Preferences preferences, Function<Job, ?> answer) {
        return waits.answer(job, wait(preferences, settings.defaultWait()), current -> {
            if (!current.state().terminal()) {
                return located(accepted(), current, preferences).body(views.of(current, caller.base()));
            }
            if (current.state() != JobState.SUCCEEDED) {
                throw JobFailures.exception(current);
            }
            return applied(ResponseEntity.ok(), preferences)
                    .contentType(MediaType.APPLICATION_JSON)
                    .header("X-Darkroom-Job", current.id().toString())
                    .body(answer.apply(current));
        });
    }

    private ResponseEntity<?> pictures(Job job, Caller caller, Preferences preferences, AnswerForm form) {
        if (!job.state().terminal()) {
            return located(accepted(), job, preferences).body(views.of(job, caller.base()));
        }
        if (job.state() != JobState.SUCCEEDED) {
            throw JobFailures.exception(job);
        }
        BodyBuilder ok = applied(ResponseEntity.ok(), preferences)
                .header("X-Darkroom-Job", job.id().toString());
        return form.picture().isPresent()
                ? picture(ok, job)
                : ok.contentType(MediaType.APPLICATION_JSON).body(PictureView.of(views.of(job, caller.base())));
    }

    private ResponseEntity<byte[]> picture(BodyBuilder answer, Job job) {
        StoredImage image = job.result().images().stream().findFirst().orElseThrow(() -> Pictures.gone(0));
        return answer.contentType(MediaType.parseMediaType(image.format().mediaType()))
                .header("X-Darkroom-Seed", Long.toString(image.seed()))
                .header(HttpHeaders.CONTENT_DISPOSITION, PictureName.header(job.id(), image))
                .body(pictures.read(image));
    }

    private Duration wait(Preferences preferences, Duration usual) {
        Duration wait = preferences.patience().orElse(usual);
        return wait.compareTo(settings.longestWait()) > 0 ? settings.longestWait() : wait;
    }

    private static BodyBuilder accepted() {
        return ResponseEntity.accepted();
    }

    private BodyBuilder located(BodyBuilder answer, Job job, Preferences preferences) {
        return applied(answer, preferences)
                .contentType(MediaType.APPLICATION_JSON)
                .location(URI.create("/api/v1/jobs/" + job.id()));
    }

    private BodyBuilder applied(BodyBuilder answer, Preferences preferences) {
        Optional<Duration> asked = preferences.patience();
        asked.ifPresent(wait -> answer.header(
                "Preference-Applied", "wait=" + wait(preferences, wait).toSeconds()));
        return answer.cacheControl(CacheControl.noStore());
    }
}
