package dev.darkroom.api.v1;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.IMAGE_PNG_VALUE;
import static org.springframework.http.MediaType.MULTIPART_FORM_DATA_VALUE;

import dev.darkroom.api.json.RequestBodies;
import dev.darkroom.api.json.SentBody;
import dev.darkroom.api.problem.ProblemException;
import dev.darkroom.api.problem.ProblemType;
import dev.darkroom.generation.InvalidRequestException;
import dev.darkroom.image.ImageLimits;
import dev.darkroom.image.InlinePicture;
import dev.darkroom.image.UnreadablePictureException;
import dev.darkroom.job.Job;
import dev.darkroom.job.JobState;
import dev.darkroom.job.Jobs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** The same request gives the same pixels: here it is put to the test. */
@RestController
@Tag(name = "images")
class ReproduceController {

    private final RequestBodies bodies;
    private final Reproductions reproductions;
    private final Jobs jobs;
    private final WaitingAnswers answers;
    private final ImageLimits limits;

    ReproduceController(
            RequestBodies bodies, Reproductions reproductions, Jobs jobs, WaitingAnswers answers, ImageLimits limits) {
        this.bodies = bodies;
        this.reproductions = reproductions;
        this.jobs = jobs;
        this.answers = answers;
        this.limits = limits;
    }

    @PostMapping(
            path = "/api/v1/reproduce",
            consumes = {IMAGE_PNG_VALUE, APPLICATION_JSON_VALUE, MULTIPART_FORM_DATA_VALUE},
            produces = APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Make a picture again and compare",
            description =
                    "Takes a PNG that Darkroom made, reads in it how, makes it again and tells whether the pixels are the"
                            + " same, how they differ and why. It is a durable job: past Prefer: wait=SECONDS the answer is"
                            + " 202 with the job, and GET /api/v1/jobs/{id}/reproduction compares when it has succeeded.")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = IMAGE_PNG_VALUE, schema = @Schema(type = "string", format = "binary")),
                @Content(
                        mediaType = APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = ReproduceRequest.class),
                        examples = @ExampleObject(name = "picture", value = Examples.REPRODUCE)),
                @Content(
                        mediaType = MULTIPART_FORM_DATA_VALUE,
                        schema = @Schema(implementation = ReproduceRequest.class))
            })
    @ApiResponse(
            responseCode = "200",
            description = "The comparison",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = ReproductionView.class)))
    @ApiResponse(
            responseCode = "202",
            description = "Not finished within the wait; Location is the job's address",
            content = @Content(mediaType = APPLICATION_JSON_VALUE, schema = @Schema(implementation = JobView.class)))
    DeferredResult<ResponseEntity<?>> reproduce(
            HttpServletRequest request,
            @Parameter(description = "The same key and body give the same job, however often it is sent")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable
                    String key,
            @Parameter(description = "wait=SECONDS", example = "wait=60")
                    @RequestHeader(name = "Prefer", required = false, defaultValue = "")
                    List<String> prefer)
            throws IOException, ServletException {
        SentBody<ReproduceRequest> sent = bodies.read(request, ReproduceRequest.class, "image");
        Job job = jobs.submit(reproductions.of(file(sent.orThrow()), JobController.emptyToNull(key), sent.sha256()));
        Caller caller = Caller.of(request);
        return answers.finished(job, caller, Preferences.of(prefer), done -> reproductions.view(done, caller.base()));
    }

    @GetMapping(path = "/api/v1/jobs/{id}/reproduction", produces = APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Compare a picture that was made again",
            description = "What POST /api/v1/reproduce answers, for a job of it that has succeeded.")
    ReproductionView reproduction(@PathVariable UUID id, HttpServletRequest request) {
        Job job = jobs.find(id).orElseThrow(() -> ProblemException.noJob(id));
        if (job.state() != JobState.SUCCEEDED) {
            throw new ProblemException(
                    ProblemType.REPRODUCTION_NOT_FOUND,
                    "the job has not succeeded (yet); GET it to see its state",
                    List.of(),
                    id.toString());
        }
        return reproductions.view(job, Caller.base(request));
    }

    private byte[] file(ReproduceRequest asked) {
        if (asked.image() == null) {
            throw new InvalidRequestException("image", "is missing; send a PNG that Darkroom made");
        }
        try {
            return InlinePicture.bytes(asked.image(), limits);
        } catch (UnreadablePictureException e) {
            throw new InvalidRequestException("image", String.valueOf(e.getMessage()));
        }
    }
}
