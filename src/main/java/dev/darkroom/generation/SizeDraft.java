package dev.darkroom.generation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A size as a client says it.
 *
 * @param width pixels
 * @param height pixels
 */
@Schema(name = "Size")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SizeDraft(@Nullable Integer width, @Nullable Integer height) {

    /** The draft of a size. */
    public static SizeDraft of(Size size) {
        return new SizeDraft(size.width(), size.height());
    }
}
