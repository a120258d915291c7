package dev.darkroom.training.run;

import dev.darkroom.image.NonFinitePixelException;
import dev.darkroom.torch.Learner;
import dev.darkroom.torch.Learner.Step;
import dev.darkroom.training.TrainingSettings;
import dev.darkroom.training.optimizer.LearningRate;
import dev.darkroom.training.stage.Stage;
import dev.darkroom.training.stage.Stage.Batch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Update after update, with what is written now and then. One use, one thread. */
final class TrainingLoop {

    private static final double SECONDS_PER_MINUTE = 60;

    private final TrainingSettings settings;
    private final Stage stage;
    private final Learner learner;
    private final CheckpointFile checkpoint;
    private final TrainingMonitor monitor;
    private final LearningRate rates;
    private final Averages averages;
    private final RunLog log;
    private final RunMeans means = new RunMeans();
    private final Pace pace;
    private RunState state;
    private double savedAt;
    private double sampledAt;
    private int chosen;

    TrainingLoop(
            TrainingSettings settings,
            Stage stage,
            Learner learner,
            CheckpointFile checkpoint,
            TrainingMonitor monitor,
            RunState state)
            throws IOException {
        this.settings = settings;
        this.stage = stage;
        this.learner = learner;
        this.checkpoint = checkpoint;
        this.monitor = monitor;
        this.rates = new LearningRate(settings.optimizer());
        this.averages = new Averages(learner, settings.optimizer().average());
        this.log = new RunLog(settings.folder(), state.step());
        this.pace = new Pace(state);
        this.state = state;
        this.savedAt = state.seconds();
        this.sampledAt = state.seconds();
    }

    /** Whether the end was reached. */
    boolean run() throws IOException, InterruptedException {
        if (state.step() == 0) {
            sample();
        }
        long batches = state.step() * settings.accumulate();
        try (BatchFeed feed = new BatchFeed(stage.open(state.position()), batches)) {
            while (share() < 1 && !monitor.stopRequested()) {
                update(feed);
                if (due(sampledAt, settings.saving().sampleMinutes())) {
                    sample();
                }
                if (due(savedAt, settings.saving().checkpointMinutes())) {
                    save();
                }
            }
        }
        boolean complete = share() >= 1;
        if (complete) {
            choose();
        }
        save();
        return complete;
    }

    /** The averages that are kept, by the weights' names: those of the first decay until the end was reached. */
    Map<String, float[]> chosen() {
        return averages.read(chosen);
    }

    /** What the model card says of the training. */
    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("updates", state.step());
        facts.put("pictures", Math.round(state.pictures()));
        facts.put("minutes", Math.round(state.seconds() / SECONDS_PER_MINUTE));
        facts.put("moving average", averages.decays().get(chosen));
        facts.put("seed", settings.seed());
        facts.put(
                "optimizer",
                settings.optimizer().kind() + ", rate " + settings.optimizer().rate());
        return facts;
    }

    private void update(BatchFeed feed) throws IOException, InterruptedException {
        long step = state.step() + 1;
        double share = 1.0 / settings.accumulate();
        double pictures = state.pictures();
        long position = state.position();
        double loss = 0;
        for (int i = 0; i < settings.accumulate(); i++) {
            Batch batch = feed.take();
            Map<String, Double> terms = learner.learn(batch.tensors(), share);
            means.add(terms);
            loss += share * terms.getOrDefault("loss", Double.NaN);
            pictures += batch.pictures();
            position = batch.position();
        }
        double rate = rates.at(step, share());
        double norm = learner.update(
                step,
                new Step(
                        rate, settings.optimizer().decay(), settings.optimizer().clip(), rates.averages(step)));
        if (!Double.isFinite(loss) || !Double.isFinite(norm)) {
            throw diverged(step, loss, norm, rate);
        }
        state = new RunState(step, pace.seconds(), position, pictures);
        means.add(Map.of("norm", norm));
        if (step % settings.saving().logSteps() == 0) {
            writeLine(rate);
        }
        monitor.progress(pace.progress(state, share(), loss));
    }

    private void writeLine(double rate) throws IOException {
        Map<String, Double> line = new LinkedHashMap<>(means.take());
        line.put("rate", rate);
        line.put("seconds", state.seconds());
        line.put("pictures", state.pictures());
        line.put("picturesPerSecond", pace.picturesPerSecond(state));
        log.add(state.step(), line);
    }

    private double share() {
        double byStep = settings.length().steps() > 0
                ? (double) state.step() / settings.length().steps()
                : 0;
        double minutes = settings.length().minutes();
        return Math.max(byStep, minutes > 0 ? state.seconds() / (minutes * SECONDS_PER_MINUTE) : 0);
    }

    private boolean due(double last, double minutes) {
        return minutes > 0 && state.seconds() - last >= minutes * SECONDS_PER_MINUTE;
    }

    private void sample() throws IOException {
        evaluate(0);
    }

    /** Keeps the moving average with the best figures. */
    private void choose() throws IOException {
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < averages.count(); i++) {
            double quality = stage.quality(evaluate(i));
            if (quality > best) {
                best = quality;
                chosen = i;
            }
        }
        if (chosen != averages.count() - 1) {
            evaluate(chosen);
        }
    }

    private Map<String, Double> evaluate(int average) throws IOException {
        Path samples = settings.folder().resolve("samples");
        Files.createDirectories(samples);
        Map<String, Double> figures = evaluated(average, samples.resolve("step-%07d.png".formatted(state.step())));
        sampledAt = pace.seconds();
        log.add(state.step(), averages.named(average, figures));
        monitor.evaluated(state.step(), averages.named(average, figures));
        return figures;
    }

    private Map<String, Double> evaluated(int average, Path file) throws IOException {
        try {
            return stage.evaluate(averages.read(average), file);
        } catch (NonFinitePixelException e) {
            throw new TrainingFailedException(
                    "the averaged weights draw numbers that are not finite after update " + state.step()
                            + "; look at norm and loss in log.jsonl, and train with a smaller optimizer.rate",
                    e);
        }
    }

    private void save() throws IOException {
        checkpoint.save(learner, state);
        savedAt = pace.seconds();
        log.writeTable();
        LossPlot.write(settings.folder().resolve("loss.svg"), settings.stage(), log.series("loss"));
    }

    private TrainingFailedException diverged(long step, double loss, double norm, double rate) {
        return new TrainingFailedException(
                "update " + step + " gave a loss of " + loss + " and a gradient norm of " + norm
                        + " at rate " + rate
                        + "; nothing was changed by it. Look at log.jsonl: if the norm rose before, resume from"
                        + " the checkpoint with a smaller optimizer.rate or clip, or in fp32; if it came at once, look at the pictures");
    }
}
