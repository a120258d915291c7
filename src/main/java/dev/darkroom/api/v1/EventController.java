package dev.darkroom.api.v1;

import dev.darkroom.generation.InvalidRequestException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What happens to a job, as it happens. */
@RestController
@Tag(name = "jobs")
class EventController {

    private static final Pattern ID = Pattern.compile("\\d{1,18}");

    private final EventStreams streams;

    EventController(EventStreams streams) {
        this.streams = streams;
    }

    @GetMapping(path = "/api/v1/jobs/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary = "Follow a job",
            description =
                    "Server-sent events: queued, started, progress, preview, requeued, succeeded, failed, cancelled,"
                            + " expired, quarantined. Each has an id; with Last-Event-ID the stream goes on after that one."
                            + " It ends after the job's last event.")
    @ApiResponse(
            responseCode = "200",
            description = "The stream",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema =
                                    @Schema(
                                            type = "string",
                                            example =
                                                    "id:2\nevent:progress\ndata:{\"job\":\"0190…\",\"type\":\"progress\",\"step\":3,\"steps\":20}\n\n")))
    ResponseEntity<SseEmitter> events(
            @PathVariable UUID id,
            @Parameter(description = "Id of the last event that you have", example = "0")
                    @RequestHeader(name = "Last-Event-ID", required = false)
                    @Nullable
                    String last) {
        SseEmitter emitter = streams.open(id, after(last));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .body(emitter);
    }

    private static long after(@Nullable String last) {
        if (last == null || last.isEmpty()) {
            return 0;
        }
        if (!ID.matcher(last).matches()) {
            throw new InvalidRequestException(
                    "Last-Event-ID", "is not an id of an event; leave it out to begin at the start");
        }
        return Long.parseLong(last);
    }
}
