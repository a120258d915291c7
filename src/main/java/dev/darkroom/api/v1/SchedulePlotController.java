package dev.darkroom.api.v1;

import dev.darkroom.api.problem.ProblemException;
import dev.darkroom.api.problem.ProblemType;
import dev.darkroom.api.v1.Plots.Plot;
import dev.darkroom.generation.InvalidRequestException;
import dev.darkroom.generation.NearNames;
import dev.darkroom.generation.Quoted;
import dev.darkroom.pipeline.ModelChoices;
import dev.darkroom.pipeline.RequestLimits;
import dev.darkroom.plot.SchedulePlots;
import dev.darkroom.plot.SheetWriter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Pictures of schedules: how noisy training or a run is, and when. */
@RestController
@RequestMapping("/api/v1/schedules/{name}")
@Tag(name = "catalog")
class SchedulePlotController {

    private static final String WHAT =
            "Beta, alpha-bar, log-SNR and sigma of a schedule, on one page of 16 to 9. A sigma schedule (karras, beta,"
                    + " …) over the steps of a run; a variance schedule (linear, cosine, flow, ve_sde, … or trained, the"
                    + " model's own) over the time of training. with lays others of the same kind over it.";
    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");
    private static final CacheControl AN_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private final ModelChoices models;
    private final Plots plots;
    private final SchedulePlots schedules;

    SchedulePlotController(ModelChoices models, Plots plots, RequestLimits limits) {
        this.models = models;
        this.plots = plots;
        this.schedules = new SchedulePlots(limits.steps());
    }

    @GetMapping("/plot.svg")
    @Operation(summary = "Plot schedules as SVG", description = WHAT)
    @ApiResponse(
            responseCode = "200",
            description = "The plot, with an ETag",
            content = @Content(mediaType = "image/svg+xml", schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "304", description = "You have it already", content = @Content)
    ResponseEntity<byte[]> svg(
            @Parameter(description = "A name of /api/v1/schedules", example = "karras") @PathVariable String name,
            @Parameter(description = "Lay this one over it, too", example = "exponential")
                    @RequestParam(required = false)
                    @Nullable
                    List<String> with,
            @Parameter(description = "Steps of a run (default 20), or timesteps of training (1000)", example = "20")
                    @RequestParam(required = false)
                    @Nullable
                    Integer steps,
            @Parameter(description = "An id of /api/v1/models; the default model if absent")
                    @RequestParam(required = false)
                    @Nullable
                    String model,
            @Parameter(hidden = true) ServletWebRequest call) {
        SchedulePlots.Request request = request(name, with, steps, model);
        return answer(plots.svg(request, () -> schedules.sheet(request)), SVG, call);
    }

    @GetMapping("/plot.png")
    @Operation(summary = "Plot schedules as PNG", description = WHAT)
    @ApiResponse(
            responseCode = "200",
            description = "The plot, with an ETag",
            content = @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "304", description = "You have it already", content = @Content)
    ResponseEntity<byte[]> png(
            @Parameter(description = "A name of /api/v1/schedules", example = "cosine") @PathVariable String name,
            @Parameter(description = "Lay this one over it, too", example = "linear")
                    @RequestParam(required = false)
                    @Nullable
                    List<String> with,
            @Parameter(description = "Steps of a run (default 20), or timesteps of training (1000)", example = "1000")
                    @RequestParam(required = false)
                    @Nullable
                    Integer steps,
            @Parameter(description = "An id of /api/v1/models; the default model if absent")
                    @RequestParam(required = false)
                    @Nullable
                    String model,
            @Parameter(description = "Pixels", example = "1920") @RequestParam(defaultValue = "1920") int width,
            @Parameter(hidden = true) ServletWebRequest call) {
        SchedulePlots.Request request = request(name, with, steps, model);
        if (width < SheetWriter.SMALLEST || width > SheetWriter.LARGEST) {
            throw new InvalidRequestException(
                    "width",
                    "is " + width + "; give a whole number from " + SheetWriter.SMALLEST + " to "
                            + SheetWriter.LARGEST);
        }
        return answer(plots.png(request, width, () -> schedules.sheet(request)), MediaType.IMAGE_PNG, call);
    }

    private SchedulePlots.Request request(
            String name, @Nullable List<String> with, @Nullable Integer steps, @Nullable String model) {
        if (!SchedulePlots.knows(name)) {
            String hint = NearNames.hint(name, SchedulePlots.names());
            throw new ProblemException(
                    ProblemType.UNKNOWN_SCHEDULE,
                    "there is no schedule " + Quoted.of(name) + hint + "; GET /api/v1/schedules lists them all");
        }
        String id = model == null || model.isEmpty() ? models.defaultModel() : model;
        return new SchedulePlots.Request(
                name,
                with == null ? List.of() : List.copyOf(with),
                Optional.ofNullable(steps),
                id,
                models.scheduler(id));
    }

    private static ResponseEntity<byte[]> answer(Plot plot, MediaType type, ServletWebRequest call) {
        if (call.checkNotModified(plot.etag())) {
            return ResponseEntity.status(304)
                    .eTag(plot.etag())
                    .cacheControl(AN_HOUR)
                    .build();
        }
        return ResponseEntity.ok()
                .eTag(plot.etag())
                .cacheControl(AN_HOUR)
                .contentType(type)
                .body(plot.bytes());
    }
}
