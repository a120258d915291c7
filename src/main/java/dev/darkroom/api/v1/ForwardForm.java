package dev.darkroom.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A request of the forward process as multipart/form-data, for the API description. */
@Schema(name = "ForwardForm", description = "Each field of ForwardRequest but timesteps may be a part")
record ForwardForm(
        @Schema(description = "The file", type = "string", format = "binary")
        String image,

        @Schema(description = "Of the noise", example = "42") @Nullable
        Long seed,

        @Schema(description = "All other fields, as JSON", example = "{\"timesteps\": [100, 400]}") @Nullable
        String request) {}
