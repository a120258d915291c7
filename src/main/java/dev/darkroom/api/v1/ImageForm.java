package dev.darkroom.api.v1;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A request as multipart/form-data, for the API description: a part per field, the picture as a file. */
@Schema(name = "ImageForm", description = "Each field of ImageRequest may be a part; nested ones as output.format")
record ImageForm(
        @Schema(description = "What the picture should show", example = "a smiley face") @Nullable
        String prompt,

        @Schema(description = "The file to start from", type = "string", format = "binary") @Nullable
        String image,

        @Schema(
                description = "A file that is white where the picture is painted anew",
                type = "string",
                format = "binary")
        @Nullable
        String mask,

        @Schema(description = "How far to go from it", minimum = "0", maximum = "1") @Nullable
        Double strength,

        @Schema(description = "Denoising steps", minimum = "1", example = "20") @Nullable
        Integer steps,

        @Schema(description = "Picture i uses seed + i", example = "42") @Nullable
        Long seed,

        @Schema(description = "All other fields, as JSON", example = "{}") @Nullable
        String request) {}
