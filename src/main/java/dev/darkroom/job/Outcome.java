package dev.darkroom.job;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a job ended.
 *
 * @param state terminal
 * @param result what it gave; null if nothing
 * @param bytes of its pictures
 * @param error why it did not succeed; null if it did
 */
record Outcome(JobState state, Job.@Nullable Result result, long bytes, Job.@Nullable Failure error) {

    static Outcome succeeded(Job.Result result, long bytes) {
        return new Outcome(JobState.SUCCEEDED, result, bytes, null);
    }

    static Outcome failed(String problem, String detail) {
        return new Outcome(JobState.FAILED, null, 0, new Job.Failure(problem, detail));
    }

    static Outcome cancelled() {
        return new Outcome(
                JobState.CANCELLED,
                null,
                0,
                new Job.Failure("cancelled", "The job was cancelled. Submit it again to run it."));
    }

    static Outcome expired() {
        return new Outcome(
                JobState.EXPIRED,
                null,
                0,
                new Job.Failure(
                        "deadline-exceeded",
                        "The job's deadline passed before it was finished. Submit it again with a later deadline."));
    }

    static Outcome quarantined(int crashes) {
        return new Outcome(
                JobState.QUARANTINED,
                null,
                0,
                new Job.Failure(
                        "quarantined",
                        "The worker died " + crashes + " times while it ran this job, which is not tried again."
                                + " Look for the job's id in the service's log, then change the request."));
    }

    /** Type of the event that tells of it. */
    String event() {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** Data of that event. */
    Map<String, Object> data() {
        if (error != null) {
            return Map.of("problem", error.problem(), "detail", error.detail());
        }
        return Map.of("images", result == null ? 0 : result.images().size());
    }
}
