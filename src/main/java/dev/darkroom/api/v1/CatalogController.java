package dev.darkroom.api.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.darkroom.pipeline.Choices;
import dev.darkroom.pipeline.ModelChoice;
import dev.darkroom.pipeline.NamedChoice;
import dev.darkroom.pipeline.RequestLimits;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be asked for. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "catalog", description = "What can be asked for, with defaults and limits")
class CatalogController {

    private final Choices choices;
    private final RequestLimits limits;

    CatalogController(Choices choices, RequestLimits limits) {
        this.choices = choices;
        this.limits = limits;
    }

    @GetMapping("/models")
    @Operation(
            summary = "List models",
            description = "Every model that a request can name, its defaults and its limits.")
    Models models() {
        String usual = choices.defaultModel();
        return new Models(choices.models().stream()
                .map(model -> ModelView.of(model, usual, limits))
                .toList());
    }

    @GetMapping("/samplers")
    @Operation(
            summary = "List samplers",
            description = "Every sampler, with the spellings of other products that are understood, too.")
    Samplers samplers() {
        return new Samplers(choices.samplers().stream().map(NameView::of).toList());
    }

    @GetMapping("/schedules")
    @Operation(
            summary = "List schedules",
            description = "Every sigma schedule, with the spellings of other products that are understood, too.")
    Schedules schedules() {
        return new Schedules(choices.schedules().stream().map(NameView::of).toList());
    }

    /** Answer of /models. */
    @Schema(name = "Models")
    public record Models(List<ModelView> models) {}

    /** Answer of /samplers. */
    @Schema(name = "Samplers")
    public record Samplers(List<NameView> samplers) {}

    /** Answer of /schedules. */
    @Schema(name = "Schedules")
    public record Schedules(List<NameView> schedules) {}

    /** A sampler or schedule. */
    @Schema(name = "Name")
    public record NameView(String name, List<String> aliases, String description) {

        static NameView of(NamedChoice choice) {
            return new NameView(choice.name(), choice.aliases(), choice.description());
        }
    }

    /** A model. */
    @Schema(name = "Model")
    public record ModelView(
            String id,
            String description,
            @JsonProperty("default") boolean usual,
            @JsonProperty("needs_prompt") boolean needsPrompt,
            Defaults defaults,
            Limits limits) {

        static ModelView of(ModelChoice model, String usual, RequestLimits limits) {
            Defaults defaults = new Defaults(
                    model.size().width(),
                    model.size().height(),
                    model.steps(),
                    model.guidanceScale(),
                    model.sampler(),
                    model.schedule());
            Limits bounds = new Limits(
                    model.sizeFactor(),
                    limits.smallestSide(),
                    limits.largestSide(),
                    limits.pixels(),
                    limits.steps(),
                    limits.count());
            return new ModelView(
                    model.id(),
                    model.description(),
                    model.id().equals(usual),
                    model.textConditioned(),
                    defaults,
                    bounds);
        }
    }

    /** What fills gaps in a request. */
    @Schema(name = "ModelDefaults")
    public record Defaults(
            int width,
            int height,
            int steps,
            @JsonProperty("guidance_scale") double guidanceScale,
            String sampler,
            String schedule) {}

    /** Bounds of a request. */
    @Schema(name = "ModelLimits")
    public record Limits(
            @Schema(description = "Width and height are multiples of it") @JsonProperty("size_factor")
            int sizeFactor,

            @JsonProperty("smallest_side") int smallestSide,
            @JsonProperty("largest_side") int largestSide,
            long pixels,
            int steps,
            int count) {}
}
