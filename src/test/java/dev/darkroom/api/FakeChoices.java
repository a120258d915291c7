package dev.darkroom.api;

import dev.darkroom.generation.Size;
import dev.darkroom.pipeline.Choices;
import dev.darkroom.pipeline.ModelChoice;
import dev.darkroom.pipeline.NamedChoice;
import java.util.List;

/** Two models, two samplers, two schedules. */
public final class FakeChoices implements Choices {

    @Override
    public List<ModelChoice> models() {
        return List.of(
                new ModelChoice(
                        "darkroom-mini", "Draws faces.", true, 8, new Size(128, 128), 20, 4, "dpmpp_2m", "karras", 0),
                new ModelChoice(
                        "butterflies", "Draws butterflies.", false, 8, new Size(64, 64), 10, 1, "ddim", "uniform", 0));
    }

    @Override
    public String defaultModel() {
        return "darkroom-mini";
    }

    @Override
    public List<NamedChoice> samplers() {
        return List.of(
                new NamedChoice("dpmpp_2m", List.of("DPM++ 2M", "DPMSolverMultistepScheduler"), "Second order."),
                new NamedChoice("euler", List.of("Euler", "EulerDiscreteScheduler"), "First order."),
                new NamedChoice("ddim", List.of("DDIM", "DDIMScheduler"), "The classic."));
    }

    @Override
    public List<NamedChoice> schedules() {
        return List.of(
                new NamedChoice("karras", List.of("Karras"), "Dense at the end."),
                new NamedChoice("uniform", List.of("Uniform"), "Evenly spaced."));
    }
}
