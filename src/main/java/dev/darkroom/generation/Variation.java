package dev.darkroom.generation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A picture near another one: the first noise is mixed with that of a second seed. While the strength is above 0 all
 * pictures of a request share the request's seed, and picture i takes the variation of {@code seed + i}.
 *
 * @param seed seed of the variation
 * @param strength 0 (the picture of the request's seed) to 1 (the picture of the variation's seed)
 * @param resizeFrom the size whose noise is kept in the middle of the picture; null for none
 */
public record Variation(
        long seed, double strength, @Nullable Size resizeFrom) {

    /** The draft that resolves to this. */
    public Draft draft() {
        return new Draft(seed, strength, resizeFrom == null ? null : SizeDraft.of(resizeFrom));
    }

    /**
     * As a client says it.
     *
     * @param seed 0 to 2^63 - 1
     * @param strength 0 to 1
     * @param resizeFrom size of the picture that is kept in the middle
     */
    @Schema(name = "Variation", description = "A picture near that of the seed, or that picture at another size")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Draft(
            @Schema(description = "Seed of the variation, picture i uses seed + i; drawn if absent", minimum = "0")
            @Nullable
            Long seed,

            @Schema(
                    description = "0 is the picture of the request's seed, 1 that of the variation's",
                    minimum = "0",
                    maximum = "1",
                    defaultValue = "0")
            @Nullable
            Double strength,

            @Schema(description = "Keeps the composition of this size in the middle of the picture")
            @JsonProperty("resize_from")
            @Nullable
            SizeDraft resizeFrom) {}
}
