package dev.darkroom.api.problem;

import dev.darkroom.generation.InvalidRequestException.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends a call with a problem. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ProblemType type;
    private final transient List<FieldError> errors;
    private final @Nullable String job;

    /** @param detail what happened and what to do about it, for the client's eyes */
    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of(), null);
    }

    /**
     * @param detail what happened and what to do about it, for the client's eyes
     * @param errors field by field
     * @param job id of the job it is about
     */
    public ProblemException(ProblemType type, String detail, List<FieldError> errors, @Nullable String job) {
        super(detail);
        this.type = type;
        this.errors = List.copyOf(errors);
        this.job = job;
    }

    public ProblemType type() {
        return type;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public @Nullable String job() {
        return job;
    }

    /** There is no job of this id. */
    public static ProblemException noJob(Object id) {
        return new ProblemException(
                ProblemType.JOB_NOT_FOUND, "there is no job " + id + "; GET /api/v1/jobs lists the jobs that are");
    }
}
