package dev.darkroom.api.v1;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.MULTIPART_FORM_DATA_VALUE;

import dev.darkroom.api.json.RequestBodies;
import dev.darkroom.api.json.SentBody;
import dev.darkroom.generation.LikelihoodDraft;
import dev.darkroom.generation.LikelihoodRequest;
import dev.darkroom.pipeline.LikelihoodResolver;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** Likelihoods. The caller waits for some hundred network evaluations, and ends them by hanging up. */
@RestController
@Tag(name = "diffusion", description = "How diffusion works, made visible")
class LikelihoodController {

    private final RequestBodies bodies;
    private final LikelihoodResolver resolver;
    private final LikelihoodRuns runs;

    LikelihoodController(RequestBodies bodies, LikelihoodResolver resolver, LikelihoodRuns runs) {
        this.bodies = bodies;
        this.resolver = resolver;
        this.runs = runs;
    }

    @PostMapping(
            path = "/api/v1/likelihood",
            consumes = {APPLICATION_JSON_VALUE, MULTIPART_FORM_DATA_VALUE})
    @Operation(
            summary = "Tell how probable a picture is",
            description =
                    "The log-likelihood of the picture's latent by the probability-flow ODE (Song et al. 2021), in bits"
                            + " per dimension, with its standard error over the probes of the trace. Takes about 50 to"
                            + " 150 times 1 + 2 * probes network evaluations, ten minutes at most; closing the"
                            + " connection ends it. Where one runs already, 503 with Retry-After.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = LikelihoodDraft.class),
                        examples = @ExampleObject(name = "picture", value = Examples.LIKELIHOOD)),
                @Content(mediaType = MULTIPART_FORM_DATA_VALUE, schema = @Schema(implementation = LikelihoodForm.class))
            })
    @ApiResponse(
            responseCode = "200",
            description = "The likelihood",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = LikelihoodView.class)))
    DeferredResult<LikelihoodView> likelihood(HttpServletRequest call, HttpServletResponse answer)
            throws IOException, ServletException {
        SentBody<LikelihoodDraft> sent = bodies.read(call, LikelihoodDraft.class);
        LikelihoodRequest request = sent.resolved(resolver::resolve);
        answer.setHeader("Cache-Control", "no-store");
        return runs.run(request, Caller.of(call).connection());
    }
}
