package dev.darkroom.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A request of a likelihood as multipart/form-data, for the API description. */
@Schema(name = "LikelihoodForm", description = "Each field of LikelihoodRequest may be a part")
record LikelihoodForm(
        @Schema(description = "The file", type = "string", format = "binary")
        String image,

        @Schema(description = "Random directions, 1 to 16", example = "4") @Nullable
        Integer probes,

        @Schema(description = "All other fields, as JSON", example = "{\"prompt\": \"a smiley face\"}") @Nullable
        String request) {}
