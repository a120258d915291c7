package dev.darkroom.api;

import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.InvalidRequestException.FieldError;
import dev.darkroom.generation.Size;
import dev.darkroom.pipeline.ModelChoice;
import dev.darkroom.pipeline.ModelChoices;
import dev.darkroom.pipeline.UnknownModelException;
import dev.darkroom.worker.Workers.LoadedOn;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two models, one of them without prompts. */
public final class FakeModels implements ModelChoices {

    @Override
    public List<ModelChoice> models() {
        return List.of(
                new ModelChoice(
                        "darkroom-mini", "Draws faces.", true, 8, new Size(128, 128), 20, 4, "dpmpp_2m", "karras", 0),
                new ModelChoice(
                        "butterflies", "Draws butterflies.", false, 8, new Size(64, 64), 10, 1, "euler", "uniform", 0));
    }

    @Override
    public List<LoadedOn> loaded(String id) {
        return id.equals(defaultModel()) ? List.of(new LoadedOn("bf16 on cpu", 22_000_000, 1)) : List.of();
    }

    @Override
    public SchedulerConfig scheduler(String id) {
        if (models().stream().noneMatch(model -> model.id().equals(id))) {
            throw new UnknownModelException("there is no model " + id, List.of());
        }
        return new SchedulerConfig("DPMSolverMultistepScheduler", Map.of("beta_schedule", "scaled_linear"));
    }

    @Override
    public String defaultModel() {
        return "darkroom-mini";
    }

    /** Heun cannot run the model without prompts. */
    @Override
    public Optional<FieldError> misfit(GenerationRequest request) {
        boolean misfit = request.model().equals("butterflies")
                && request.sampling().sampler().equals("heun");
        return misfit ? Optional.of(new FieldError("sampler", "heun cannot run this model")) : Optional.empty();
    }
}
