package dev.darkroom.api.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The answer of {@code POST /images} in JSON. */
@Schema(name = "Pictures", description = "The finished pictures")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PictureView(
        @Schema(description = "Id of the job that made them")
        UUID id,

        List<JobView.Image> images,
        ImageRequest request,
        Map<String, Long> timings,
        @Nullable List<String> warnings,

        @Schema(description = "What was found out on the way, for example a noise level") @Nullable
        Map<String, Double> report) {

    static PictureView of(JobView job) {
        return new PictureView(job.id(), job.images(), job.request(), job.timings(), job.warnings(), job.report());
    }
}
