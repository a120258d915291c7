package dev.darkroom.api.v1;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.darkroom.image.PngText;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a file of Darkroom says of its making, beside the request. */
@Schema(name = "MadeBy", description = "What a file says of its making")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MadeBy(
        @Schema(description = "Of Darkroom") @Nullable String version,

        @Schema(description = "Device and precision", example = "bf16 on cpu") @Nullable
        String placement,

        @Nullable String model,

        @Schema(description = "SHA-256 of the model's weights") @JsonProperty("model_hash") @Nullable
        String modelHash) {

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * The notes of a file.
     *
     * @param made what made it
     * @param request the request, as JSON
     */
    record Notes(MadeBy made, String request) {}

    /** Reads the notes of a PNG file; empty if it has none that Darkroom wrote. */
    static Optional<Notes> read(byte[] file) {
        Map<String, String> texts = PngText.read(file);
        try {
            JsonNode notes = JSON.readTree(texts.getOrDefault(PngText.DARKROOM, "{}"));
            JsonNode request = notes.path("request");
            if (!request.isObject()) {
                return Optional.empty();
            }
            MadeBy made = new MadeBy(
                    text(notes, "version"),
                    text(notes, "placement"),
                    text(request, "model"),
                    text(notes, "model_hash"));
            return Optional.of(new Notes(made, request.toString()));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** Why another making may have given other pixels, as far as it can be told. */
    List<String> reasons(MadeBy now) {
        List<String> reasons = new ArrayList<>();
        if (modelHash == null) {
            reasons.add("the file does not say which weights made it; they may have been others");
        } else if (!modelHash.equals(now.modelHash())) {
            reasons.add("the weights of " + model + " are others now: their hash was " + modelHash + ", it is "
                    + now.modelHash());
        }
        add(reasons, "Darkroom", version, now.version());
        add(reasons, "device and precision", placement, now.placement());
        return reasons;
    }

    private static void add(List<String> reasons, String what, @Nullable String then, @Nullable String now) {
        if (!Objects.equals(then, now)) {
            reasons.add("another " + what + ": it was " + then + ", it is " + now);
        }
    }

    private static @Nullable String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isString() ? value.asString() : null;
    }
}
