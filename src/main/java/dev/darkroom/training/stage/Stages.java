package dev.darkroom.training.stage;

import dev.darkroom.torch.Placement;
import dev.darkroom.torch.TorchEngine;
import dev.darkroom.torch.Unfinished;
import dev.darkroom.training.SettingsFile;
import dev.darkroom.training.TrainingSettings;
import dev.darkroom.training.UnusableSettingsException;
import dev.darkroom.training.data.ExampleSource;
import java.io.IOException;

/** Makes the stage that settings name. */
public final class Stages {

    private Stages() {}

    /** @throws UnusableSettingsException if the stage is unknown or its settings do not fit */
    public static Stage of(TrainingSettings settings, TorchEngine engine, Placement placement) throws IOException {
        if (settings.stage().equals("bits")) {
            return new BitStage(settings, SettingsFile.convert(settings.objective(), BitSettings.class), engine);
        }
        ExampleSource source = Sources.of(settings);
        return switch (settings.stage()) {
            case "autoencoder" ->
                new AutoencoderStage(
                        settings,
                        SettingsFile.convert(settings.objective(), AutoencoderSettings.class),
                        engine,
                        placement,
                        source);
            case "classifier" ->
                new ClassifierStage(
                        settings, SettingsFile.convert(settings.objective(), ClassifierSettings.class), engine, source);
            case "text" ->
                new TextStage(settings, SettingsFile.convert(settings.objective(), TextSettings.class), engine, source);
            case "unet" -> unet(settings, engine, placement, source);
            case "pixels", "score" -> pixels(settings, engine, placement, source);
            default -> throw new UnusableSettingsException("stage " + settings.stage() + " is unknown");
        };
    }

    private static Stage pixels(
            TrainingSettings settings, TorchEngine engine, Placement placement, ExampleSource source)
            throws IOException {
        PixelSettings own = SettingsFile.convert(settings.objective(), PixelSettings.class);
        NoisePlan plan = settings.stage().equals("score")
                ? new ScorePlan(settings.scheduler())
                : new TimestepPlan(settings.scheduler(), own.timesteps(), own.weighting(), own.gamma());
        return new PixelStage(settings, own, plan, engine, placement, source);
    }

    private static Stage unet(TrainingSettings settings, TorchEngine engine, Placement placement, ExampleSource source)
            throws IOException {
        DenoisingSettings own = SettingsFile.convert(settings.objective(), DenoisingSettings.class);
        try (Unfinished opened = new Unfinished()) {
            DenoisingParts parts = opened.add(DenoisingParts.open(settings, own, engine, placement));
            ModelSampler.Opener samplers = model -> new ModelSampler(engine, placement, parts, model);
            Stage stage = own.distil() > 0
                    ? new DistillingStage(settings, own, parts, samplers, source)
                    : new DenoisingStage(settings, own, parts, samplers, source);
            opened.finished();
            return stage;
        }
    }
}
