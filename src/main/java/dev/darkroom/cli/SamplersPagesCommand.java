package dev.darkroom.cli;

import dev.darkroom.plot.SheetWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the page of samplers and its plots. */
@Command(
        name = "pages",
        mixinStandardHelpOptions = true,
        description = "Writes samplers.md and the convergence plots under img/ into a folder.")
@SuppressWarnings("NullAway.Init") // picocli fills the fields in
final class SamplersPagesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FOLDER", description = "For example docs.")
    private Path folder;

    @Option(names = "--without-plots", description = "Leaves the plots as they are; they take minutes.")
    private boolean withoutPlots;

    @Override
    public Integer call() throws IOException {
        Path images = Files.createDirectories(folder.resolve("img"));
        Files.writeString(folder.resolve("samplers.md"), SamplerPage.markdown());
        if (withoutPlots) {
            return 0;
        }
        SheetWriter writer = new SheetWriter();
        Files.write(images.resolve("convergence-deterministic.svg"), writer.svg(ConvergenceSheets.deterministic()));
        Files.write(images.resolve("convergence-stochastic.svg"), writer.svg(ConvergenceSheets.stochastic()));
        spec.commandLine().getOut().println("Wrote " + folder.resolve("samplers.md") + " and two plots.");
        return 0;
    }
}
