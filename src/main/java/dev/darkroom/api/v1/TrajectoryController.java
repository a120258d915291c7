package dev.darkroom.api.v1;

import dev.darkroom.image.Film;
import dev.darkroom.job.Job.StoredFilm;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
        Film.Format chosen = FilmAnswer.format(format, call.getRequest());
        Trajectories.Side side = FilmAnswer.one("of", of, Trajectories.Side.values());
        FilmAnswer.checkPace(frameMillis);
        StoredFilm film = trajectories.find(id, index);
        String variant = film.sha256() + "-" + JobViews.name(side) + "-" + frameMillis + "." + chosen.extension();
        String name = id + "-" + index + "-" + JobViews.name(side) + "." + chosen.extension();
        return FilmAnswer.of(
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
        FilmAnswer.within("columns", columns, 1, MOST_COLUMNS);
        StoredFilm film = trajectories.find(id, index);
        return FilmAnswer.of(
                film.sha256() + "-sheet-" + columns,
                id + "-" + index + "-sheet.png",
                MediaType.IMAGE_PNG,
                () -> trajectories.sheet(film, columns),
                call);
    }
}
