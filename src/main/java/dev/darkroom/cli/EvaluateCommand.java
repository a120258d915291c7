package dev.darkroom.cli;

import dev.darkroom.evaluation.ClassifierJudge;
import dev.darkroom.evaluation.Evaluation;
import dev.darkroom.evaluation.EvaluationPlan;
import dev.darkroom.evaluation.EvaluationPrompt;
import dev.darkroom.evaluation.EvaluationReport;
import dev.darkroom.evaluation.ModelPainter;
import dev.darkroom.evaluation.PromptList;
import dev.darkroom.latent.Autoencoder;
import dev.darkroom.model.Component;
import dev.darkroom.model.ModelCatalog;
import dev.darkroom.model.ModelDescriptor;
import dev.darkroom.pipeline.ImageGenerator;
import dev.darkroom.pipeline.RequestLimits;
import dev.darkroom.pipeline.RequestResolver;
import dev.darkroom.text.CaptionWords;
import dev.darkroom.torch.Device;
import dev.darkroom.torch.Placement;
import dev.darkroom.torch.Precision;
import dev.darkroom.torch.TorchEngine;
import dev.darkroom.training.world.scene.Curriculum;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how well a model draws what it is told. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Draws a fixed list of prompts and judges the pictures by a classifier of the drawn world, beside true",
            "drawings of the same prompts. Models of another world are judged all the same. See docs/evaluation.md.",
            ""
        },
        exitCodeListHeading = "%nExit code:%n",
        exitCodeList = {
            "0:all was measured",
            "1:it failed; the message says why",
            "130:it was stopped; the report is of what was drawn by then"
        },
        footer = {"", "Example:", "  darkroom evaluate --model runs/unet/model --curriculum core --out evaluation"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields in
final class EvaluateCommand implements Callable<Integer> {

    private static final int STOPPED = 130;

    /** Drawings that the autoencoder is measured by. */
    private static final int RECONSTRUCTED = 24;

    private final String[] settings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelOption model;

    @Option(
            names = "--models-dir",
            paramLabel = "DIR",
            description = "Where the model of that id lies; the same as --darkroom.models-dir=DIR.")
    private @Nullable Path modelsDir;

    @Option(
            names = "--curriculum",
            defaultValue = "full",
            description = "Only prompts of it: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Curriculum curriculum;

    @Option(names = "--prompts", paramLabel = "FILE", description = "Another list of prompts, JSON lines.")
    private @Nullable Path prompts;

    @Option(
            names = "--count",
            defaultValue = "1000",
            description = "At most so many prompts, spread over the list. Default: ${DEFAULT-VALUE}.")
    private int count;

    @Option(names = "--seeds", defaultValue = "8", description = "Pictures a prompt. Default: ${DEFAULT-VALUE}.")
    private int seeds;

    @Option(names = "--seed", defaultValue = "1", description = "The first seed. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--smileys",
            defaultValue = "50",
            description = "Pictures of \"a smiley face\"; 0 for none. Default: ${DEFAULT-VALUE}.")
    private int smileys;

    @Mixin
    private DrawingOptions drawing;

    @Option(
            names = "--judge",
            paramLabel = "DIR",
            description = "Another classifier, as `darkroom train` writes it; the one in the jar if not given.")
    private @Nullable Path judge;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "evaluation",
            description = "For report.json and contact sheets. Default: ${DEFAULT-VALUE}.")
    private Path out;

    @Option(names = "--json", description = "Print the report as JSON instead of a table.")
    private boolean json;

    EvaluateCommand(String[] settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws IOException {
        EvaluationPlan plan = plan();
        try (EvaluationConsole console =
                        new EvaluationConsole(spec.commandLine().getErr());
                ConfigurableApplicationContext context = EngineContext.start(engineSettings())) {
            ModelCatalog catalog = context.getBean(ModelCatalog.class);
            ModelDescriptor descriptor = catalog.get(Objects.requireNonNullElse(model.id(), catalog.defaultModel()));
            TorchEngine engine = context.getBean(TorchEngine.class);
            ModelPainter painter = new ModelPainter(
                    context.getBean(RequestResolver.class),
                    context.getBean(ImageGenerator.class),
                    context.getBean(RequestLimits.class),
                    drawing.draft().model(descriptor.id()).build(),
                    console.generation());
            remark(descriptor, plan);
            try (ClassifierJudge opened =
                    judge == null ? ClassifierJudge.embedded(engine) : ClassifierJudge.open(engine, judge)) {
                EvaluationReport report = new Evaluation(plan, painter, opened, out, console)
                        .run(() -> Autoencoder.open(
                                engine,
                                Component.open(descriptor.directory().vae()),
                                new Placement(Device.CPU, Precision.FP32)));
                return written(report, console);
            }
        }
    }

    /** What one should know of a model that was not trained on the words of the prompts. */
    private void remark(ModelDescriptor descriptor, EvaluationPlan plan) {
        Set<String> unknown = new TreeSet<>();
        plan.prompts().forEach(prompt -> unknown.addAll(CaptionWords.of(prompt.text())));
        unknown.removeAll(descriptor.words());
        if (descriptor.words().isEmpty()) {
            terminal()
                    .println(
                            "note: this model does not say what it was trained on; it is judged by how much its pictures"
                                    + " look like those of the drawn world");
        } else if (!unknown.isEmpty()) {
            terminal()
                    .println("note: this model has never seen these words of the prompts: "
                            + String.join(", ", unknown));
        }
        terminal().flush();
    }

    private PrintWriter terminal() {
        return spec.commandLine().getErr();
    }

    private int written(EvaluationReport report, EvaluationConsole console) throws IOException {
        String text = EvaluationText.json(report);
        Files.writeString(out.resolve("report.json"), text);
        console.endLine();
        spec.commandLine().getOut().println(json ? text : EvaluationText.table(report, out));
        spec.commandLine().getOut().flush();
        return report.complete() ? 0 : STOPPED;
    }

    private EvaluationPlan plan() {
        List<EvaluationPrompt> all = prompts == null ? PromptList.fixed() : PromptList.read(prompts);
        List<EvaluationPrompt> chosen = PromptList.chosen(all, curriculum, count);
        if (chosen.isEmpty() || seeds < 1 || smileys < 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--count and --seeds are at least 1, --smileys at least 0, and some prompt has to fit");
        }
        return new EvaluationPlan(chosen, seeds, seed, smileys, RECONSTRUCTED);
    }

    private String[] engineSettings() {
        List<String> given = new ArrayList<>(List.of(settings));
        if (modelsDir != null) {
            given.add("--darkroom.models-dir=" + modelsDir);
        }
        List<String> all = model.settings(given.toArray(String[]::new));
        // Ctrl-C is the console's: it waits until the report is written
        all.add("--spring.main.register-shutdown-hook=false");
        return all.toArray(String[]::new);
    }
}
