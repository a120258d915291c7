package dev.darkroom.api.v1;

import dev.darkroom.api.problem.ProblemException;
import dev.darkroom.api.problem.ProblemType;
import dev.darkroom.job.Job;
import dev.darkroom.job.JobState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Jobs that ended without pictures, as problems. */
final class JobFailures {

    private JobFailures() {}

    /** The problem type of a failure; where its name is not one of ours, that of the state. */
    static ProblemType type(JobState state, Job.@Nullable Failure failure) {
        ProblemType ofState = switch (state) {
            case CANCELLED -> ProblemType.JOB_CANCELLED;
            case EXPIRED -> ProblemType.JOB_EXPIRED;
            case QUARANTINED -> ProblemType.JOB_QUARANTINED;
            case FAILED, QUEUED, RUNNING, SUCCEEDED -> ProblemType.GENERATION_FAILED;
        };
        return failure == null ? ofState : ProblemType.ofSlug(failure.problem()).orElse(ofState);
    }

    /** The problem that a waiting call ends with. */
    static ProblemException exception(Job job) {
        ProblemType type = type(job.state(), job.error());
        String detail = job.error() == null ? type.remedy() : job.error().detail();
        return new ProblemException(type, detail, List.of(), job.id().toString());
    }
}
