package dev.darkroom.api.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.darkroom.denoise.plan.SamplerCatalog;
import dev.darkroom.denoise.plan.ScheduleCatalog;
import dev.darkroom.pipeline.ModelChoices;
import dev.darkroom.pipeline.RequestLimits;
import dev.darkroom.pipeline.Styles;
import dev.darkroom.pipeline.Wildcards;
import dev.darkroom.plot.VarianceSchedules;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be asked for. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "catalog", description = "What can be asked for, with defaults and limits")
class CatalogController {

    private final ModelChoices choices;
    private final RequestLimits limits;
    private final Styles styles;
    private final Wildcards wildcards;

    CatalogController(ModelChoices choices, RequestLimits limits, Styles styles, Wildcards wildcards) {
        this.choices = choices;
        this.limits = limits;
        this.styles = styles;
        this.wildcards = wildcards;
    }

    @GetMapping("/models")
    @Operation(
            summary = "List models",
            description = "Every model that a request can name, its defaults, its limits, and where it is loaded now.")
    Models models() {
        String usual = choices.defaultModel();
        return new Models(choices.models().stream()
                .map(model -> ModelView.of(
                        model, choices.hash(model.id()).orElse(null), usual, limits, choices.loaded(model.id())))
                .toList());
    }

    @GetMapping("/samplers")
    @Operation(
            summary = "List samplers",
            description =
                    "Every sampler. Names and aliases are understood however they are cased and spaced, and with a"
                            + " schedule behind them, as in DPM++ 2M Karras.")
    Samplers samplers() {
        return new Samplers(SamplerCatalog.all().stream().map(SamplerView::of).toList());
    }

    @GetMapping("/schedules")
    @Operation(
            summary = "List schedules",
            description =
                    "Every sigma schedule: how the steps are spread over the noise levels. And every variance schedule:"
                            + " how training adds noise; these can be plotted, not asked for in a request.")
    Schedules schedules() {
        return new Schedules(
                ScheduleCatalog.all().stream().map(ScheduleView::of).toList(),
                VarianceSchedules.all().stream().map(ScheduleView::of).toList());
    }

    @GetMapping("/styles")
    @Operation(
            summary = "List styles and wildcards",
            description =
                    "Prompt templates that a request can name in styles, and the names that __name__ in a prompt can"
                            + " have. The operator keeps them in darkroom.styles and darkroom.wildcards-dir.")
    StyleList styles() {
        List<StyleView> all = styles.all().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(style -> new StyleView(
                        style.getKey(),
                        style.getValue().prompt(),
                        style.getValue().negativePrompt()))
                .toList();
        return new StyleList(all, wildcards.names());
    }

    /** Answer of /styles. */
    @Schema(name = "Styles")
    public record StyleList(List<StyleView> styles, List<String> wildcards) {}

    /** A style in JSON. */
    @Schema(
            name = "Style",
            description = "{prompt} stands for what the request says; without it the words follow after a comma")
    public record StyleView(
            @Schema(example = "crayon") String name,

            @Schema(example = "{prompt}, drawn with crayons")
            String prompt,

            @JsonProperty("negative_prompt") @Schema(example = "photo")
            String negativePrompt) {}

    /** Answer of /models. */
    @Schema(name = "Models")
    public record Models(List<ModelView> models) {}

    /** Answer of /samplers. */
    @Schema(name = "Samplers")
    public record Samplers(List<SamplerView> samplers) {}

    /** Answer of /schedules. */
    @Schema(name = "Schedules")
    public record Schedules(
            List<ScheduleView> schedules,
            @JsonProperty("variance_schedules") List<ScheduleView> varianceSchedules) {}
}
