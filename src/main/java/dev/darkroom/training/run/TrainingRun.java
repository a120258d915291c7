package dev.darkroom.training.run;

import dev.darkroom.torch.Device;
import dev.darkroom.torch.EngineSettings;
import dev.darkroom.torch.Learner;
import dev.darkroom.torch.Learner.Values;
import dev.darkroom.torch.Placement;
import dev.darkroom.torch.Precision;
import dev.darkroom.torch.TorchEngine;
import dev.darkroom.training.TrainingSettings;
import dev.darkroom.training.UnusableSettingsException;
import dev.darkroom.training.stage.Stage;
import dev.darkroom.training.stage.Stages;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** One training from its settings to the exported network: begins or resumes, and saves whatever ends it. */
public final class TrainingRun {

    /** Muon's momentum and AdamW's epsilon, as their authors have them. */
    private static final double MOMENTUM = 0.95;

    private static final double EPSILON = 1e-8;

    private final TrainingSettings settings;
    private final TrainingMonitor monitor;

    public TrainingRun(TrainingSettings settings, TrainingMonitor monitor) {
        this.settings = settings;
        this.monitor = monitor;
    }

    /**
     * Trains until the end, or until the monitor asks to stop; then everything is saved, and the networks are written as
     * they are by then.
     *
     * @param resume go on with the folder's checkpoint instead of beginning
     * @return whether the training is complete; if not, it can be resumed
     * @throws UnusableSettingsException if it cannot begin as it is told
     * @throws TrainingFailedException if it came to numbers that are not finite
     * @throws IOException if the source of pictures or the folder is gone
     */
    public boolean run(boolean resume) throws IOException, InterruptedException {
        Files.createDirectories(settings.folder());
        EngineSettings engineSettings = new EngineSettings(settings.threads(), 0, true);
        try (TorchEngine engine = TorchEngine.start(engineSettings)) {
            Device device = device(engine);
            Precision precision = precision(engine, device, resume);
            Placement placement = new Placement(device, precision);
            try (Stage stage = Stages.of(settings, engine, placement);
                    Learner learner = Learner.open(engine, stage.objective(), placement, constants())) {
                Map<String, long[]> shapes =
                        begin(stage, learner, settings.optimizer().average().size());
                CheckpointFile checkpoint = new CheckpointFile(settings.folder(), settings.stage(), precision, shapes);
                RunState state = resume ? restored(checkpoint, learner) : fresh(checkpoint);
                TrainingLoop loop = new TrainingLoop(settings, stage, learner, checkpoint, monitor, state);
                boolean complete = loop.run();
                stage.export(loop.chosen(), settings.folder(), loop.facts());
                return complete;
            }
        }
    }

    private Device device(TorchEngine engine) {
        try {
            return engine.devices(settings.device()).get(0);
        } catch (IllegalArgumentException e) {
            throw new UnusableSettingsException("device: " + e.getMessage(), e);
        }
    }

    private Precision precision(TorchEngine engine, Device device, boolean resume) {
        try {
            Precision asked = Precision.valueOf(settings.precision().toUpperCase(Locale.ROOT));
            if (asked == Precision.AUTO && resume) {
                asked = CheckpointFile.precision(settings.folder()).orElse(asked);
            }
            return engine.resolve(asked, device);
        } catch (IllegalArgumentException e) {
            throw new UnusableSettingsException("precision is " + settings.precision() + "; say auto, fp32 or bf16", e);
        }
    }

    private Learner.Constants constants() {
        return new Learner.Constants(
                settings.optimizer().beta1(), settings.optimizer().beta2(), EPSILON, MOMENTUM);
    }

    private static Map<String, long[]> begin(Stage stage, Learner learner, int averages) {
        Map<String, Values> weights = stage.weights();
        Map<String, long[]> shapes = new LinkedHashMap<>();
        weights.forEach((name, value) -> shapes.put(name, value.shape()));
        learner.begin(weights);
        learner.averages(averages);
        Map<String, Values> frozen = stage.frozen();
        if (!frozen.isEmpty()) {
            learner.freeze(frozen);
        }
        shapes.forEach((name, shape) -> learner.traits(name, stage.traits(name, shape)));
        return shapes;
    }

    private RunState restored(CheckpointFile checkpoint, Learner learner) {
        if (!checkpoint.exists()) {
            throw new UnusableSettingsException(
                    settings.folder() + " has no " + CheckpointFile.NAME + " to resume; begin without --resume");
        }
        return checkpoint.restore(learner);
    }

    private RunState fresh(CheckpointFile checkpoint) {
        if (checkpoint.exists()) {
            throw new UnusableSettingsException(settings.folder() + " already has a " + CheckpointFile.NAME
                    + "; say --resume to go on, or choose another folder");
        }
        return RunState.BEGINNING;
    }
}
