package dev.darkroom.api.v1;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.MULTIPART_FORM_DATA_VALUE;

import dev.darkroom.api.json.RequestBodies;
import dev.darkroom.api.json.SentBody;
import dev.darkroom.api.problem.ProblemException;
import dev.darkroom.generation.Delivery;
import dev.darkroom.job.Job;
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
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** Jobs: accepted, looked at, cancelled, removed. */
@RestController
@RequestMapping(path = "/api/v1/jobs")
@Tag(name = "jobs", description = "Durable jobs: accepted now, drawn as soon as a device is free")
class JobController {

    private final RequestBodies bodies;
    private final Submissions submissions;
    private final Jobs jobs;
    private final WaitingAnswers answers;
    private final JobViews views;

    JobController(RequestBodies bodies, Submissions submissions, Jobs jobs, WaitingAnswers answers, JobViews views) {
        this.bodies = bodies;
        this.submissions = submissions;
        this.jobs = jobs;
        this.answers = answers;
        this.views = views;
    }

    @PostMapping(
            consumes = {APPLICATION_JSON_VALUE, MULTIPART_FORM_DATA_VALUE},
            produces = APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Ask for pictures",
            description = "Accepts a job durably and answers at once. With Prefer: wait=N it answers with the finished"
                    + " job if that ends within N seconds.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = ImageRequest.class),
                        examples = {
                            @ExampleObject(name = "smiley", summary = "A smiley", value = Examples.SMILEY),
                            @ExampleObject(name = "variations", summary = "Four pictures", value = Examples.FOUR),
                            @ExampleObject(name = "prompt", summary = "The prompt language", value = Examples.EDITED),
                            @ExampleObject(name = "image", summary = "From a picture", value = Examples.FROM_PICTURE),
                            @ExampleObject(name = "film", summary = "With a film of the run", value = Examples.FILM),
                            @ExampleObject(name = "inpaint", summary = "A part anew", value = Examples.INPAINT),
                            @ExampleObject(name = "outpaint", summary = "Beyond the edges", value = Examples.OUTPAINT),
                            @ExampleObject(
                                    name = "variation",
                                    summary = "Near another picture",
                                    value = TaskExamples.VARIATION),
                            @ExampleObject(
                                    name = "hires",
                                    summary = "A second pass at twice the size",
                                    value = TaskExamples.HIRES),
                            @ExampleObject(
                                    name = "interpolation",
                                    summary = "From one picture to another",
                                    value = TaskExamples.INTERPOLATION),
                            @ExampleObject(
                                    name = "tiling",
                                    summary = "Copies join without a seam",
                                    value = TaskExamples.TILING),
                            @ExampleObject(
                                    name = "sampler",
                                    summary = "A sampler's own options and levels",
                                    value = TaskExamples.SAMPLER),
                            @ExampleObject(
                                    name = "guidance",
                                    summary = "How guidance is done",
                                    value = TaskExamples.GUIDANCE),
                            @ExampleObject(
                                    name = "denoise",
                                    summary = "Noise out of a picture",
                                    value = TaskExamples.DENOISE),
                            @ExampleObject(
                                    name = "inversion",
                                    summary = "Picture to noise to picture",
                                    value = TaskExamples.INVERSION),
                            @ExampleObject(name = "icon", summary = "A bit-diffusion icon", value = TaskExamples.ICON)
                        }),
                @Content(mediaType = MULTIPART_FORM_DATA_VALUE, schema = @Schema(implementation = ImageForm.class))
            })
    @ApiResponse(
            responseCode = "202",
            description = "Accepted; Location is the job's address",
            useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "Finished within the wait asked for", useReturnTypeSchema = true)
    DeferredResult<ResponseEntity<JobView>> create(
            HttpServletRequest request,
            @Parameter(description = "The same key and body give the same job, however often it is sent", example = "")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable
                    String key,
            @Parameter(description = "wait=SECONDS", example = "wait=10")
                    @RequestHeader(name = "Prefer", required = false, defaultValue = "")
                    List<String> prefer)
            throws IOException, ServletException {
        SentBody<ImageRequest> sent = bodies.read(request, ImageRequest.class);
        OutputForm form = OutputForm.of(sent.value().draft().output(), Delivery.URL);
        Job job = jobs.submit(submissions.of(sent, form.draft(), emptyToNull(key)));
        return answers.job(job, Caller.of(request), Preferences.of(prefer), Duration.ZERO);
    }

    @GetMapping(path = "/{id}", produces = APPLICATION_JSON_VALUE)
    @Operation(summary = "Look at a job", description = "The job as it stands: state, progress, pictures, error.")
    JobView get(@PathVariable UUID id, HttpServletRequest request) {
        return jobs.find(id)
                .map(job -> views.of(job, Caller.base(request)))
                .orElseThrow(() -> ProblemException.noJob(id));
    }

    @PostMapping(path = "/{id}/cancel", produces = APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Cancel a job",
            description = "Ends it at its next step. A finished job stays as it is; the answer is then 200, too.")
    JobView cancel(@PathVariable UUID id, HttpServletRequest request) {
        return jobs.cancel(id)
                .map(job -> views.of(job, Caller.base(request)))
                .orElseThrow(() -> ProblemException.noJob(id));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Remove a job", description = "Cancels it if needed and removes it and its pictures for good.")
    @ApiResponse(responseCode = "204", description = "Removed")
    ResponseEntity<Void> delete(@PathVariable UUID id) {
        if (!jobs.delete(id)) {
            throw ProblemException.noJob(id);
        }
        return ResponseEntity.noContent().build();
    }

    static @Nullable String emptyToNull(@Nullable String header) {
        return header == null || header.isEmpty() ? null : header;
    }
}
