package dev.darkroom.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far a running job is: exact in memory, and as events at a bounded rate. Thread-safe. */
final class ProgressReport {

    private final Lease lease;
    private final JobTransitions transitions;
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
     */
    ProgressReport(
            Lease lease,
            Job.Progress start,
            int replayed,
            JobTransitions transitions,
            QueueSettings settings,
            Clock clock) {
        this.lease = lease;
        this.step = start.step();
        this.steps = start.steps();
        this.replayed = replayed;
        this.transitions = transitions;
        this.settings = settings;
        this.clock = clock;
        this.lastEvent = replayed > 0 ? clock.instant() : null; // a replay would seem to begin anew
    }

    /** Takes a finished step; writes an event if the last one is old enough or this is the last step. False if the lease is lost. */
    synchronized boolean step(int finished, int all) {
        if (finished <= reached) {
            return true; // pictures side by side may report out of order
        }
        reached = finished;
        step = finished;
        steps = all;
        if (anchor == null && step > replayed) {
            anchor = new Anchor(step, clock.instant());
        }
        if (finished < all && !due(lastEvent, settings.progressInterval())) {
            return true;
        }
        lastEvent = clock.instant();
        return transitions.progress(lease, current(), "progress", Map.of("step", step, "steps", steps));
    }

    /** True if the last preview is old enough. */
    synchronized boolean previewDue() {
        return due(lastPreview, settings.previewInterval());
    }

    /** Writes a preview as an event. False if the lease is lost. */
    synchronized boolean preview(int index, byte[] jpeg) {
        lastPreview = clock.instant();
        Map<String, Object> data = Map.of(
                "index", index,
                "step", step,
                "steps", steps,
                "media_type", "image/jpeg",
                "image", Base64.getEncoder().encodeToString(jpeg));
        return transitions.progress(lease, current(), "preview", data);
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

    /** From where on the pace of this attempt is measured. */
    private record Anchor(int step, Instant at) {}
}
