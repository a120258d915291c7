package dev.darkroom.api.v1;

import dev.darkroom.image.Film;
import dev.darkroom.job.Job;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** The frames of an interpolation as one moving picture. */
@RestController
@Tag(name = "diffusion")
class AnimationController {

    private final Animations animations;

    AnimationController(Animations animations) {
        this.animations = animations;
    }

    @GetMapping("/api/v1/jobs/{id}/animation")
    @Operation(
            summary = "Get the animation of an interpolation",
            description =
                    "The frames of a job whose request has interpolation, one after the other, for ever: animated PNG, GIF"
                            + " or WebP, by format or by Accept.")
    @ApiResponse(
            responseCode = "200",
            description = "The animation, with an ETag",
            content = {
                @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "image/gif", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "image/webp", schema = @Schema(type = "string", format = "binary"))
            })
    @ApiResponse(responseCode = "304", description = "You have it already", content = @Content)
    ResponseEntity<byte[]> animation(
            @PathVariable UUID id,
            @Parameter(description = "Goes before Accept", schema = @Schema(allowableValues = {"png", "gif", "webp"}))
                    @RequestParam(required = false)
                    @Nullable
                    String format,
            @Parameter(description = "Milliseconds a frame") @RequestParam(name = "frame_ms", defaultValue = "120")
                    int frameMillis,
            @Parameter(description = "Whether the way back is shown, too") @RequestParam(defaultValue = "true")
                    boolean back,
            @Parameter(hidden = true) ServletWebRequest call) {
        Film.Format chosen = FilmAnswer.format(format, call.getRequest());
        FilmAnswer.checkPace(frameMillis);
        Job job = animations.find(id);
        String way = back ? "-back" : "";
        return FilmAnswer.of(
                id + "-" + frameMillis + way + "." + chosen.extension(),
                id + way + "." + chosen.extension(),
                MediaType.parseMediaType(chosen.mediaType()),
                () -> animations.film(job, frameMillis, back, chosen),
                call);
    }
}
