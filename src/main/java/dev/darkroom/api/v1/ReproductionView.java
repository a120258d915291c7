package dev.darkroom.api.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.darkroom.image.PixelDifference;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A picture that was made again, compared with the first one. */
@Schema(name = "Reproduction", description = "A picture that was made again, compared with the first one")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReproductionView(
        @Schema(description = "Id of the job that made it again")
        UUID job,

        @Schema(description = "Whether every pixel is the same")
        boolean identical,

        @Schema(description = "Whether the files are the same, byte by byte") @JsonProperty("same_file")
        boolean sameFile,

        @Schema(description = "Absent where the sizes differ") @Nullable
        Difference difference,

        @Schema(description = "Why they differ, as far as it is known; empty where they do not")
        List<String> reasons,

        MadeBy original,
        MadeBy again,
        JobView.Image image) {

    /** How the pixels differ. */
    @Schema(name = "PixelDifference")
    public record Difference(
            @Schema(description = "Largest difference of a sample, 0 to 255")
            int max,

            @Schema(description = "Mean difference of the samples")
            double mean,

            @Schema(description = "Pixels that differ") long pixels,
            @Schema(description = "Pixels in all") long of) {

        static Difference of(PixelDifference difference) {
            return new Difference(difference.largest(), difference.mean(), difference.differing(), difference.pixels());
        }
    }
}
