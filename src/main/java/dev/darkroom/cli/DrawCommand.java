package dev.darkroom.cli;

import dev.darkroom.generation.GenerationDraft;
import dev.darkroom.generation.GenerationDraft.OutputDraft;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.pipeline.Generation;
import dev.darkroom.pipeline.ImageGenerator;
import dev.darkroom.pipeline.RequestResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes pictures without a server. */
@Command(
        name = "draw",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Draws a picture without starting the service.",
            "The same prompt, seed and options give the same bytes as the service does.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  darkroom draw \"a smiley face\" --seed 42 --steps 20 --out smiley.png",
            "  darkroom draw --model darkroom-icons --label ghost --seed 3 --out ghost.png"
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields in
final class DrawCommand implements Callable<Integer> {

    private final String[] settings;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PROMPT", arity = "0..1", description = "What the picture should show.")
    private @Nullable String prompt;

    @Option(
            names = "--label",
            description = "What it should show, for a model that draws labels; `darkroom models` lists them.")
    private @Nullable String label;

    @Option(names = "--negative", paramLabel = "PROMPT", description = "What it should not show.")
    private @Nullable String negativePrompt;

    @Mixin
    private ModelOption model;

    @Option(names = "--seed", description = "Seed of the first picture; random if not given. Picture i uses seed + i.")
    private @Nullable Long seed;

    @Mixin
    private DrawingOptions drawing;

    @Option(names = "--count", description = "Number of pictures.")
    private @Nullable Integer count;

    @Option(names = "--image", paramLabel = "FILE", description = "Start from this picture (image-to-image).")
    private @Nullable Path image;

    @Option(names = "--strength", description = "With --image: 0 keeps it, 1 forgets it.")
    private @Nullable Double strength;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "darkroom.png",
            description = "Where to put it; .png, .jpg or .webp. Several pictures get -0, -1, … before the ending.")
    private Path out;

    DrawCommand(String[] settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws IOException {
        try (ConfigurableApplicationContext context =
                        EngineContext.start(model.settings(settings).toArray(String[]::new));
                ProgressBar bar = new ProgressBar(spec.commandLine().getErr())) {
            GenerationRequest request = context.getBean(RequestResolver.class).resolve(draft());
            Generation generation = context.getBean(ImageGenerator.class).generate(request, bar);
            bar.close();
            for (String warning : generation.warnings()) {
                spec.commandLine().getErr().println("warning: " + warning);
            }
            for (Generation.Image picture : generation.images()) {
                Path file = file(picture.index(), request.count());
                Files.write(file, picture.bytes());
                spec.commandLine().getOut().printf("%s  %s  seed %d%n", file, picture.size(), picture.seed());
            }
        }
        return 0;
    }

    private GenerationDraft draft() throws IOException {
        String encodedImage = image == null ? null : Base64.getEncoder().encodeToString(Files.readAllBytes(image));
        return drawing.draft()
                .prompt(prompt)
                .negativePrompt(negativePrompt)
                .label(label)
                .model(model.id())
                .seed(seed)
                .count(count)
                .image(encodedImage)
                .strength(strength)
                .output(new OutputDraft(format(), null, null))
                .build();
    }

    private String format() {
        String name = out.getFileName().toString().toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return ending.equals("jpg") ? "jpeg" : ending;
    }

    private Path file(int index, int pictures) {
        if (pictures == 1) {
            return out;
        }
        String name = out.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return out.resolveSibling(name.substring(0, dot) + "-" + index + name.substring(dot));
    }
}
