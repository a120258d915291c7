package dev.darkroom.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A picture that is to be made again, in JSON or as a part of multipart/form-data. */
@Schema(name = "ReproduceRequest", description = "A picture that is to be made again")
public record ReproduceRequest(
        @Schema(description = "A PNG that Darkroom made: base64 or a data: URL") @Nullable
        String image) {}
