package dev.darkroom.generation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The source picture goes on beyond its edges.
 *
 * @param left pixels to add on the left
 * @param right pixels to add on the right
 * @param top pixels to add above
 * @param bottom pixels to add below
 * @param feather pixels inside the source's edges over which old and new run into each other
 * @param resample walks stretches of steps again; null for once
 */
public record Outpainting(
        int left,
        int right,
        int top,
        int bottom,
        int feather,
        @Nullable Resample resample) {

    /** The size of the source with what is added. */
    public Size around(Size source) {
        return new Size(source.width() + left + right, source.height() + top + bottom);
    }

    /** The draft that resolves to this. */
    public Draft draft() {
        return new Draft(left, right, top, bottom, feather, resample == null ? null : resample.draft());
    }

    /**
     * As a client says it.
     *
     * @param left pixels
     * @param right pixels
     * @param top pixels
     * @param bottom pixels
     * @param feather pixels
     * @param resample walk again
     */
    @Schema(name = "Outpaint", description = "Pixels to add around image; at least one side")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Draft(
            @Schema(minimum = "0", defaultValue = "0") @Nullable
            Integer left,

            @Schema(minimum = "0", defaultValue = "0") @Nullable
            Integer right,

            @Schema(minimum = "0", defaultValue = "0") @Nullable
            Integer top,

            @Schema(minimum = "0", defaultValue = "0") @Nullable
            Integer bottom,

            @Schema(
                    description = "Pixels inside the edges of image over which old and new run into each other; deeper"
                            + " inside nothing changes",
                    minimum = "0",
                    maximum = "256",
                    defaultValue = "16")
            @Nullable
            Integer feather,

            Resample.@Nullable Draft resample) {}
}
