package dev.darkroom.api.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every kind of problem this service answers with. The name, in lower case with hyphens, ends the type's address. */
public enum ProblemType {
    MALFORMED_REQUEST(
            400, "The body cannot be read", "It is not valid JSON, UTF-8 or multipart; the detail names the place."),
    INVALID_REQUEST(
            400,
            "The request is not valid",
            "Each entry of errors names a field and what it takes; mend them all and send again."),
    BAD_HTTP_REQUEST(
            400,
            "Not a valid HTTP request",
            "The request line or a header breaks the rules of RFC 9110 and 9112, or is too long."),
    CROSS_SITE_REQUEST(
            403,
            "Refused: called from another web site",
            "A page of another origin tried to change something. The operator can allow origins with darkroom.api.allowed-origins."),
    BAD_SIGNATURE(
            403,
            "The signed address is not good any more",
            "It expired or was changed; GET the job again for a fresh one."),
    NOT_FOUND(404, "There is nothing at this address", "The API is described at /swagger-ui.html."),
    UNKNOWN_MODEL(404, "There is no such model", "GET /api/v1/models lists the ids; the detail names near ones."),
    UNKNOWN_SCHEDULE(
            404, "There is no such schedule", "GET /api/v1/schedules lists the names; the detail has near ones."),
    JOB_NOT_FOUND(
            404, "There is no such job", "It was deleted, or its id is misspelled; GET /api/v1/jobs lists the jobs."),
    IMAGE_NOT_FOUND(
            404,
            "There is no such picture",
            "The job has not finished, has fewer pictures, or its pictures were removed."),
    TRAJECTORY_NOT_FOUND(
            404,
            "There is no film of this run",
            "A job keeps one where its request sets trajectory to true, and has it when it has succeeded."),
    ANIMATION_NOT_FOUND(
            404,
            "There is no animation of this job",
            "A job has one where its request has interpolation, when it has succeeded; the detail says what is missing."),
    REPRODUCTION_NOT_FOUND(
            404,
            "There is nothing to compare",
            "The job was not made by POST /api/v1/reproduce, has not succeeded, or its first picture is no longer kept."),
    METHOD_NOT_ALLOWED(405, "The method is not possible here", "The header Allow lists the methods that are."),
    NOT_ACCEPTABLE(
            406,
            "None of the accepted types can be given",
            "Change or leave out the header Accept; the detail lists the types."),
    REQUEST_TIMEOUT(
            408, "The request took too long to arrive", "The body has to arrive within darkroom.limits.body-time."),
    JOB_CANCELLED(
            409,
            "The job was cancelled",
            "Somebody asked for its end before it finished; send the request again if you still want it."),
    JOB_EXPIRED(409, "The job's deadline passed", "It had not finished by the instant in deadline; give it more time."),
    BODY_TOO_LARGE(
            413, "The body is too large", "The bound is the setting darkroom.limits.body; send a smaller picture."),
    UNSUPPORTED_MEDIA_TYPE(
            415, "The body's type is not understood", "Send application/json in UTF-8, or multipart/form-data."),
    CONTRADICTORY_REQUEST(
            422,
            "Fields of the request make no sense together",
            "Each entry of errors names a field that does not go together with another; leave one of them out."),
    PROMPT_TOO_LARGE(
            422,
            "The prompt becomes too many texts",
            "Make it shorter, or use fewer [from:to:when] and [a|b]; the detail has the numbers."),
    IDEMPOTENCY_CONFLICT(
            422,
            "The idempotency key was used with another body",
            "Use a new key for a new request, and the same body for a repeated one."),
    NOT_REPRODUCIBLE(
            422,
            "The picture cannot be made again here",
            "It needs to be a PNG as Darkroom made it, and its model has to be here; the detail says what is missing."),
    TOO_MANY_REQUESTS(429, "The quota is used up", "Wait as long as the header Retry-After says."),
    GENERATION_FAILED(
            500, "The picture could not be made", "The detail says why. The log has more under the trace_id."),
    JOB_QUARANTINED(
            500,
            "The job was running at several crashes",
            "It is not tried again, because it may be their cause; report it with its id."),
    INTERNAL_ERROR(
            500,
            "An error of this service",
            "It is our bug: report it with the trace_id, under which the log has the details."),
    NOT_IMPLEMENTED(501, "The method is not known", "Use GET, HEAD, POST, DELETE or OPTIONS."),
    BUSY(
            503,
            "Too many of these calls run at once",
            "Send the request again after the time in the header Retry-After."),
    QUEUE_FULL(503, "The queue is full", "Send the request again after the time in the header Retry-After."),
    DEVICE_OUT_OF_MEMORY(
            503,
            "The device has too little memory for this",
            "Ask for a smaller picture or fewer at once, or try again when less is running."),
    TOO_MANY_STREAMS(
            503,
            "Too many event streams are open",
            "Close one, or poll the job; the bound is darkroom.api.event-streams."),
    STORAGE_UNAVAILABLE(
            503,
            "Pictures cannot be stored or read",
            "The operator must look at the disk of darkroom.data-dir; the log says what is wrong with it."),
    SHUTTING_DOWN(
            503,
            "The service is stopping",
            "Jobs that were accepted are kept and run after the next start; ask again then.");

    private final int status;
    private final String title;
    private final String remedy;

    ProblemType(int status, String title, String remedy) {
        this.status = status;
        this.title = title;
        this.remedy = remedy;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** One phrase, the same for every occurrence. */
    public String title() {
        return title;
    }

    /** What it means and what to do about it. */
    public String remedy() {
        return remedy;
    }

    /** For example {@code unknown-model}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Address of its page, a relative reference such as {@code /problems/unknown-model}. */
    public String type() {
        return "/problems/" + slug();
    }

    /** The type of that slug. */
    public static Optional<ProblemType> ofSlug(String slug) {
        return Arrays.stream(values()).filter(type -> type.slug().equals(slug)).findFirst();
    }

    /** The type that fits a status best, for errors that another layer found. */
    public static ProblemType ofStatus(int status) {
        return switch (status) {
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 408 -> REQUEST_TIMEOUT;
            case 413 -> BODY_TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 429 -> TOO_MANY_REQUESTS;
            case 501 -> NOT_IMPLEMENTED;
            case 503 -> SHUTTING_DOWN;
            default -> status < 500 ? BAD_HTTP_REQUEST : INTERNAL_ERROR;
        };
    }
}
