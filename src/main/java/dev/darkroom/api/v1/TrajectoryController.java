package dev.darkroom.api.v1;

import dev.darkroom.api.problem.ProblemException;
import dev.darkroom.api.problem.ProblemType;
import dev.darkroom.generation.InvalidRequestException;
import dev.darkroom.generation.Quoted;
import dev.darkroom.image.Film;
import dev.darkroom.job.Job.StoredFilm;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** How pictures came about: films of their runs, for jobs whose request set trajectory. */
@RestController
@RequestMapping("/api/v1/jobs/{id}")
@Tag(name = "diffusion")
class TrajectoryController {

    private static final CacheControl FOREVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();
    private static final int SHORTEST = 20;
    private static final int LONGEST = 2000;
    private static final int MOST_COLUMNS = 24;

    private final Trajectories trajectories;

    TrajectoryController(Trajectories trajectories) {
        this.trajectories = trajectories;
    }

    @GetMapping("/trajectory")
    @Operation(
            summary = "Get the film of a run",
            description =
                    "From noise to the picture, for jobs whose request set \"trajectory\": true: animated PNG, GIF or"
                            + " WebP, by format or by Accept. At most 24 frames; where decoding them would take long they"
                            + " are rough.")
    @ApiResponse(
            responseCode = "200",
            description = "The film, with an ETag",
            content = {
                @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "image/gif", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "image/webp", schema = @Schema(type = "string", format = "binary"))
            })
    @ApiResponse(responseCode = "304", description = "You have it already", content = @Content)
    ResponseEntity<byte[]> film(
            @PathVariable UUID id,
            @Parameter(description = "Of the picture") @RequestParam(defaultValue = "0") int index,
            @Parameter(description = "Goes before Accept", schema = @Schema(allowableValues = {"png", "gif", "webp"}))
                    @RequestParam(required = false)
                    @Nullable
                    String format,
            @Parameter(
                            description = "The latent on its way, or what the network takes the clean picture for",
                            schema = @Schema(allowableValues = {"latent", "guess"}))
                    @RequestParam(defaultValue = "latent")
                    String of,
            @Parameter(description = "Milliseconds a frame") @RequestParam(name = "frame_ms", defaultValue = "120")
                    int frameMillis,
            @Parameter(hidden = true) ServletWebRequest call) {
        Film.Format chosen = format(format, call.getRequest());
        Trajectories.Side side = one("of", of, Trajectories.Side.values());
        within("frame_ms", frameMillis, SHORTEST, LONGEST);
        StoredFilm film = trajectories.find(id, index);
        String variant = film.sha256() + "-" + JobViews.name(side) + "-" + frameMillis + "." + chosen.extension();
        String name = id + "-" + index + "-" + JobViews.name(side) + "." + chosen.extension();
        return answer(
                variant,
                name,
                MediaType.parseMediaType(chosen.mediaType()),
                () -> trajectories.film(film, side, frameMillis, chosen),
                call);
    }

    @GetMapping("/trajectory.png")
    @Operation(
            summary = "Get the contact sheet of a run",
            description =
                    "All frames on one PNG: the latent on its way from noise to the picture, and under it what the"
                            + " network took the clean picture for at that step.")
    @ApiResponse(
            responseCode = "200",
            description = "The sheet, with an ETag",
            content = @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "304", description = "You have it already", content = @Content)
    ResponseEntity<byte[]> sheet(
            @PathVariable UUID id,
            @Parameter(description = "Of the picture") @RequestParam(defaultValue = "0") int index,
            @Parameter(description = "Frames side by side") @RequestParam(defaultValue = "8") int columns,
            @Parameter(hidden = true) ServletWebRequest call) {
        within("columns", columns, 1, MOST_COLUMNS);
        StoredFilm film = trajectories.find(id, index);
        return answer(
                film.sha256() + "-sheet-" + columns,
                id + "-" + index + "-sheet.png",
                MediaType.IMAGE_PNG,
                () -> trajectories.sheet(film, columns),
                call);
    }

    private static Film.Format format(@Nullable String wanted, HttpServletRequest request) {
        if (wanted != null && !wanted.isEmpty()) {
            return one("format", wanted, Film.Format.values());
        }
        List<String> headers = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
        Film.Format best = null;
        double bestQuality = 0;
        for (Film.Format format : Film.Format.values()) {
            MediaType type = MediaType.parseMediaType(format.mediaType());
            double quality =
                    Accepted.of(headers).map(accepted -> accepted.quality(type)).orElse(0.0);
            if (quality > bestQuality) {
                best = format;
                bestQuality = quality;
            }
        }
        if (best == null) {
            throw new ProblemException(
                    ProblemType.NOT_ACCEPTABLE,
                    "this address can give image/png, image/gif and image/webp; change Accept");
        }
        return best;
    }

    private static <E extends Enum<E>> E one(String field, String wanted, E[] constants) {
        return Arrays.stream(constants)
                .filter(constant -> JobViews.name(constant).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new InvalidRequestException(
                        field,
                        "is " + Quoted.of(wanted) + "; give one of "
                                + String.join(
                                        ", ",
                                        Arrays.stream(constants)
                                                .map(JobViews::name)
                                                .toList())));
    }

    private static void within(String field, int value, int low, int high) {
        if (value < low || value > high) {
            throw new InvalidRequestException(
                    field, "is " + value + "; give a whole number from " + low + " to " + high);
        }
    }

    private static ResponseEntity<byte[]> answer(
            String variant, String name, MediaType type, Supplier<byte[]> file, ServletWebRequest call) {
        String etag = '"' + variant + '"';
        if (call.checkNotModified(etag)) {
            return ResponseEntity.status(304).eTag(etag).cacheControl(FOREVER).build();
        }
        return ResponseEntity.ok()
                .eTag(etag)
                .cacheControl(FOREVER)
                .varyBy(HttpHeaders.ACCEPT)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .contentType(type)
                .body(file.get());
    }
}
