package dev.darkroom.cli;

import dev.darkroom.generation.GenerationDraft;
import dev.darkroom.generation.GenerationDraft.OutputDraft;
import dev.darkroom.generation.GenerationDraftBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Measures a model without the web server. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures a model on this machine, without the web server: load, text, every UNet evaluation,",
            "decoding, a whole warm picture, memory. Peers are measured by the scripts in bench/.",
            ""
        },
        footer = {"", "Example:", "  darkroom bench --model models/sd15 --width 512 --height 512 --steps 4 --json"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields in
final class BenchCommand implements Callable<Integer> {

    private final String[] settings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ModelOption model;

    @Option(names = "--width", description = "Pixels.")
    private @Nullable Integer width;

    @Option(names = "--height", description = "Pixels.")
    private @Nullable Integer height;

    @Option(names = "--steps", defaultValue = "10", description = "Denoising steps (${DEFAULT-VALUE}).")
    private int steps;

    @Option(names = "--guidance", defaultValue = "7.5", description = "Guidance scale (${DEFAULT-VALUE}).")
    private double guidance;

    @Option(names = "--sampler", defaultValue = "euler", description = "One evaluation a step: ${DEFAULT-VALUE}.")
    private String sampler;

    @Option(names = "--seed", defaultValue = "42", description = "Seed (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--prompt", defaultValue = "a smiley face", description = "Prompt (${DEFAULT-VALUE}).")
    private String prompt;

    @Option(names = "--precision", defaultValue = "auto", description = "auto, fp32, bf16, fp16.")
    private String precision;

    @Option(names = "--threads", defaultValue = "0", description = "Processor threads; 0 is one for each core.")
    private int threads;

    @Option(names = "--jobs", defaultValue = "1", description = "Pictures at once (${DEFAULT-VALUE}).")
    private int jobs;

    @Option(
            names = "--count",
            defaultValue = "1",
            description = "Timed rounds; medians are reported (${DEFAULT-VALUE}).")
    private int count;

    @Option(names = "--out", paramLabel = "PNG", description = "Keep the last picture here.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Last line of the output: one JSON object, schema darkroom.bench/1.")
    private boolean json;

    BenchCommand(String[] settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (ConfigurableApplicationContext context = EngineContext.start(engineSettings())) {
            BenchRun run = new BenchRun(context, draft(steps, prompt), jobs, count);
            Map<String, Object> report = run.measure(draft(2, "warm up " + prompt), threads);
            if (out != null) {
                Files.write(out, run.lastPicture());
            }
            if (json) {
                spec.commandLine().getOut().println(JsonMapper.shared().writeValueAsString(report));
            } else {
                report.forEach((key, value) -> spec.commandLine().getOut().printf("%-16s %s%n", key, value));
            }
            spec.commandLine().getOut().flush();
        }
        return 0;
    }

    private String[] engineSettings() {
        List<String> all = model.settings(settings);
        all.add("--darkroom.precision=" + precision);
        all.add("--darkroom.engine.threads=" + threads);
        return all.toArray(String[]::new);
    }

    private GenerationDraft draft(int withSteps, String withPrompt) {
        return GenerationDraftBuilder.builder()
                .model(model.id())
                .prompt(withPrompt)
                .seed(seed)
                .steps(withSteps)
                .guidanceScale(guidance)
                .sampler(sampler)
                .width(width)
                .height(height)
                .count(1)
                .output(new OutputDraft("png", null, null))
                .build();
    }
}
