package dev.darkroom.api;

import dev.darkroom.denoise.plan.SamplingOptions;
import dev.darkroom.denoise.plan.SamplingPlanner;
import dev.darkroom.denoise.plan.UnfitOptionException;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.Steps;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.InvalidRequestException.FieldError;
import dev.darkroom.generation.ModelTask;
import dev.darkroom.generation.Sampling;
import dev.darkroom.generation.Size;
import dev.darkroom.model.Conditioning;
import dev.darkroom.model.ModelSpace;
import dev.darkroom.model.SizeRule;
import dev.darkroom.pipeline.ModelChoice;
import dev.darkroom.pipeline.ModelChoices;
import dev.darkroom.pipeline.SamplerOptionsCheck;
import dev.darkroom.pipeline.UnknownModelException;
import dev.darkroom.worker.Workers.LoadedOn;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A model that draws what a prompt says, one that draws butterflies alone, and one that draws labels in cells. */
public final class FakeModels implements ModelChoices {

    private static final Set<ModelTask> DRAWING = EnumSet.complementOf(EnumSet.of(ModelTask.EDITING));

    @Override
    public List<ModelChoice> models() {
        return List.of(
                new ModelChoice(
                        "darkroom-mini",
                        "Draws faces.",
                        ModelSpace.LATENT,
                        Conditioning.text(12),
                        SizeRule.free(8),
                        new Size(128, 128),
                        20,
                        4,
                        "dpmpp_2m",
                        "karras",
                        0,
                        Set.of("smiley", "face"),
                        DRAWING),
                new ModelChoice(
                        "butterflies",
                        "Draws butterflies.",
                        ModelSpace.PIXEL,
                        Conditioning.label(List.of(), false),
                        SizeRule.free(8),
                        new Size(64, 64),
                        10,
                        1,
                        "euler",
                        "uniform",
                        0,
                        Set.of(),
                        DRAWING),
                new ModelChoice(
                        "darkroom-icons",
                        "Draws icons.",
                        ModelSpace.BITS,
                        Conditioning.label(List.of("heart", "star", "ghost"), true)
                                .withSelf(),
                        SizeRule.scaled(new Size(16, 16), 16),
                        new Size(256, 256),
                        20,
                        2,
                        "bit_diffusion",
                        "default",
                        0,
                        Set.of(),
                        EnumSet.of(ModelTask.LABEL_TO_IMAGE, ModelTask.IMAGE_TO_IMAGE, ModelTask.INPAINTING)));
    }

    @Override
    public Optional<String> hash(String id) {
        return id.equals(defaultModel()) ? Optional.of("ab".repeat(32)) : Optional.empty();
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

    /** Heun cannot run the model without prompts; the other one is what the real planner makes of it. */
    @Override
    public Optional<FieldError> misfit(GenerationRequest request) {
        Sampling sampling = request.sampling();
        if (request.model().equals("butterflies")) {
            boolean heun = sampling.sampler().equals("heun");
            return heun ? Optional.of(new FieldError("sampler", "heun cannot run this model")) : Optional.empty();
        }
        try {
            SamplingPlanner.plan(
                    scheduler(request.model()),
                    new SamplingOptions(
                            sampling.sampler(),
                            sampling.schedule(),
                            new Steps(sampling.steps(), sampling.timesteps(), sampling.sigmas(), null),
                            sampling.eta(),
                            sampling.sigmaMin(),
                            sampling.sigmaMax(),
                            SamplerOptionsCheck.said(sampling.options())));
            return Optional.empty();
        } catch (UnfitOptionException e) {
            return Optional.of(new FieldError(e.option(), String.valueOf(e.getMessage())));
        }
    }
}
