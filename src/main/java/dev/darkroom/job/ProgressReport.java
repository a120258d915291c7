package dev.darkroom.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far a running job is: exact in memory, and as events at a bounded rate. Thread-safe. */
final class ProgressReport {

    private final Log log;
    private final QueueSettings settings;
    private final Clock clock;
    private final int replayed;
    private int step;
    private int steps;
    private int reached;
    private @Nullable Anchor anchor;
    private @Nullable Instant lastEvent;
    private @Nullable Instant lastPreview;

    /**
     * @param start where the job stands
     * @param replayed steps that an earlier attempt did, which go by too fast to learn from
     * @param log takes the events
     */
    ProgressReport(Job.Progress start, int replayed, Log log, QueueSettings settings, Clock clock) {
        this.step = start.step();
        this.steps = start.steps();
        this.replayed = replayed;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
        this.lastEvent = replayed > 0 ? clock.instant() : null; // a replay would seem to begin anew
    }

    /** Takes a finished step; an event is written if the last one is old enough or this is the last step. */
    synchronized void step(int finished, int all) {
        if (finished <= reached) {
            return; // pictures side by side may report out of order
        }
        reached = finished;
        step = finished;
        steps = all;
        if (anchor == null && step > replayed) {
            anchor = new Anchor(step, clock.instant());
        }
        if (finished < all && !due(lastEvent, settings.progressInterval())) {
            return;
        }
        lastEvent = clock.instant();
        log.write(current(), "progress", Map.of("step", step, "steps", steps));
    }

    /** True if the last preview is old enough. */
    synchronized boolean previewDue() {
        return due(lastPreview, settings.previewInterval());
    }

    /** Writes a preview as an event. */
    synchronized void preview(int index, byte[] jpeg) {
        lastPreview = clock.instant();
        Map<String, Object> data = Map.of(
                "index", index,
                "step", step,
                "steps", steps,
                "media_type", "image/jpeg",
                "image", Base64.getEncoder().encodeToString(jpeg));
        log.write(current(), "preview", data);
    }

    /** As it stands, with an estimate of the time to the end. */
    synchronized Job.Progress current() {
        Anchor from = anchor;
        if (from == null || step <= from.step() || steps < step) {
            return new Job.Progress(step, steps, null);
        }
        Duration each = Duration.between(from.at(), clock.instant()).dividedBy(step - from.step());
        return new Job.Progress(step, steps, each.multipliedBy(steps - step));
    }

    private boolean due(@Nullable Instant last, Duration interval) {
        return last == null || !clock.instant().isBefore(last.plus(interval));
    }

    /** Takes the events of one running job. */
    interface Log {

        /** Notes how far the job is, with an event of its own type. */
        void write(Job.Progress progress, String event, Map<String, Object> data);
    }

    /** From where on the pace of this attempt is measured. */
    private record Anchor(int step, Instant at) {}
}
