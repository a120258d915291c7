package dev.darkroom.api.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.darkroom.api.problem.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job in JSON. */
@Schema(name = "Job", description = "A job as it stands")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobView(
        UUID id,

        @Schema(allowableValues = {"queued", "running", "succeeded", "failed", "cancelled", "expired", "quarantined"})
        String state,

        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("started_at") @Nullable Instant startedAt,
        @JsonProperty("finished_at") @Nullable Instant finishedAt,

        @Schema(description = "Complete, with every default and the seed: posting it again gives the same pixels")
        ImageRequest request,

        Progress progress,
        @Nullable Queue queue,
        List<Image> images,

        @Schema(description = "Address of the film of the run, where the request asked for one") @Nullable
        String trajectory,

        @Schema(description = "Address of the animation of the frames, where the request asked for an interpolation")
        @Nullable
        String animation,

        @Schema(
                description = "Milliseconds by stage",
                example =
                        "{\"queue_ms\":3,\"text_ms\":12,\"denoise_ms\":900,\"decode_ms\":60,\"encode_ms\":5,\"total_ms\":980}")
        Map<String, Long> timings,

        @Schema(description = "What you should know, for example that the prompt was cut") @Nullable
        List<String> warnings,

        @Schema(
                description = "What was found out on the way, for example the noise level of a picture to denoise",
                example = "{\"noise_level\":24.6,\"start_sigma\":0.31}")
        @Nullable
        Map<String, Double> report,

        @Schema(description = "How often a worker began it") int attempts,
        @Nullable Problem error) {

    /** How far it is. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Progress")
    public record Progress(
            int step,
            int steps,
            @Schema(minimum = "0", maximum = "1") double fraction,
            @JsonProperty("eta_seconds") @Nullable Double etaSeconds) {}

    /** Its place in the queue. */
    @Schema(name = "Queue")
    public record Queue(
            @Schema(description = "1 is next") int position,
            @JsonProperty("eta_seconds") double etaSeconds) {}

    /** One picture. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Image")
    public record Image(
            int index,
            long seed,
            int width,
            int height,
            String format,

            @Schema(description = "Of the file, lower-case hex")
            String sha256,

            @Schema(description = "Signed, good until expires_at") @Nullable
            String url,

            @Schema(description = "The file") @Nullable String base64,
            @JsonProperty("expires_at") @Nullable Instant expiresAt) {}
}
