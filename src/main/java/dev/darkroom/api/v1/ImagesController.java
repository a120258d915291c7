package dev.darkroom.api.v1;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.IMAGE_JPEG_VALUE;
import static org.springframework.http.MediaType.IMAGE_PNG_VALUE;
import static org.springframework.http.MediaType.MULTIPART_FORM_DATA_VALUE;

import dev.darkroom.api.json.RequestBodies;
import dev.darkroom.api.json.SentBody;
import dev.darkroom.generation.Delivery;
import dev.darkroom.generation.InvalidRequestException;
import dev.darkroom.job.Job;
import dev.darkroom.job.Jobs;
import dev.darkroom.job.Submission;
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
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** A picture, now: a job, and the wait for it, in one call. */
@RestController
@Tag(name = "images", description = "A picture, now")
class ImagesController {

    private final RequestBodies bodies;
    private final Submissions submissions;
    private final Jobs jobs;
    private final WaitingAnswers answers;

    ImagesController(RequestBodies bodies, Submissions submissions, Jobs jobs, WaitingAnswers answers) {
        this.bodies = bodies;
        this.submissions = submissions;
        this.jobs = jobs;
        this.answers = answers;
    }

    @PostMapping(
            path = "/api/v1/images",
            consumes = {APPLICATION_JSON_VALUE, MULTIPART_FORM_DATA_VALUE})
    @Operation(
            summary = "Draw now",
            description =
                    "Waits for the pictures. Accept: image/png, image/jpeg or image/webp gives the picture itself."
                            + " It is a durable job: past Prefer: wait=SECONDS the answer is 202 with the job, which goes on.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = ImageRequest.class),
                        examples = {
                            @ExampleObject(name = "smiley", summary = "A smiley", value = Examples.SMILEY),
                            @ExampleObject(name = "heart", summary = "All the usual fields", value = Examples.HEART)
                        }),
                @Content(mediaType = MULTIPART_FORM_DATA_VALUE, schema = @Schema(implementation = ImageForm.class))
            })
    @ApiResponse(
            responseCode = "200",
            description = "The pictures, or the picture itself",
            content = {
                @Content(mediaType = APPLICATION_JSON_VALUE, schema = @Schema(implementation = PictureView.class)),
                @Content(mediaType = IMAGE_PNG_VALUE, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = IMAGE_JPEG_VALUE, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "image/webp", schema = @Schema(type = "string", format = "binary"))
            })
    @ApiResponse(
            responseCode = "202",
            description = "Not finished within the wait; Location is the job's address",
            content = @Content(mediaType = APPLICATION_JSON_VALUE, schema = @Schema(implementation = JobView.class)))
    DeferredResult<ResponseEntity<?>> draw(
            HttpServletRequest request,
            @Parameter(description = "The same key and body give the same job, however often it is sent")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable
                    String key,
            @Parameter(description = "wait=SECONDS", example = "wait=60")
                    @RequestHeader(name = "Prefer", required = false, defaultValue = "")
                    List<String> prefer)
            throws IOException, ServletException {
        SentBody<ImageRequest> sent = bodies.read(request, ImageRequest.class);
        ImageRequest asked = sent.value();
        AnswerForm form = AnswerForm.of(
                Collections.list(request.getHeaders("Accept")),
                asked.draft().output() == null ? null : asked.draft().output().format());
        OutputForm output =
                OutputForm.of(asked.draft().output(), Delivery.BASE64).inFormat(form.picture());
        Submission submission = submissions.of(sent, output.draft(), JobController.emptyToNull(key));
        if (form.picture().isPresent() && submission.request().pictures() != 1) {
            boolean frames = submission.request().interpolation() != null;
            throw new InvalidRequestException(
                    frames ? "interpolation.frames" : "count",
                    "has to be 1 where Accept asks for the picture itself; accept application/json for more"
                            + (frames ? ", or say with interpolation.at which frame it shall be" : ""));
        }
        Job job = jobs.submit(submission);
        boolean cancel = Boolean.TRUE.equals(asked.cancelOnDisconnect());
        return answers.pictures(job, Caller.of(request), Preferences.of(prefer), new PictureAnswer(form, cancel));
    }
}
