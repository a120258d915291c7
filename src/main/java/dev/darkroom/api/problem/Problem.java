package dev.darkroom.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.darkroom.generation.InvalidRequestException.FieldError;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of an error answer, {@code application/problem+json}.
 *
 * @param type address of the page about this kind of problem
 * @param title what kind of problem it is
 * @param status HTTP status
 * @param detail what happened and what to do about it
 * @param instance path that was called
 * @param errors what is wrong, field by field
 * @param job id of the job it is about
 * @param traceId under which the log has this call
 */
@Schema(name = "Problem", description = "What went wrong and what to do about it (RFC 9457)")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        @Schema(example = "/problems/invalid-request") String type,
        @Schema(example = "The request is not valid") String title,
        @Schema(example = "400") int status,

        @Schema(example = "steps: is 0; give a whole number from 1 to 150")
        String detail,

        @Schema(example = "/api/v1/jobs") @Nullable String instance,
        @Nullable List<FieldError> errors,

        @Schema(description = "id of the job it is about") @Nullable
        String job,

        @Schema(example = "4bf92f3577b34da6a3ce929d0e0e4736") @JsonProperty("trace_id") @Nullable
        String traceId) {

    /** Media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** A problem without further members. */
    public static Problem of(ProblemType type, String detail, @Nullable String instance, @Nullable String traceId) {
        return new Problem(type.type(), type.title(), type.status(), detail, instance, null, null, traceId);
    }

    /** The same, with what is wrong field by field. */
    public Problem withErrors(List<FieldError> found) {
        return new Problem(type, title, status, detail, instance, found.isEmpty() ? null : found, job, traceId);
    }

    /** The same, with the status that was really sent. */
    Problem withStatus(int sent) {
        return new Problem(type, title, sent, detail, instance, errors, job, traceId);
    }

    /** The same, about a job. */
    public Problem about(@Nullable String jobId) {
        return new Problem(type, title, status, detail, instance, errors, jobId, traceId);
    }
}
