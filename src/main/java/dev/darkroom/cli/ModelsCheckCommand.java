package dev.darkroom.cli;

import dev.darkroom.model.ModelChecker;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains what is wrong with a model directory. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Says whether a directory is a model that can be used, or all that is wrong with it. Reads"
                + " configurations and headers, not the weights.",
        exitCodeListHeading = "%nExit code:%n",
        exitCodeList = {"0:the model can be used", "1:it cannot"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields in
final class ModelsCheckCommand implements Callable<Integer> {

    private static final int UNUSABLE = 1;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "A folder with model_index.json.")
    private Path directory;

    @Override
    public Integer call() {
        List<String> problems = ModelChecker.problems(directory);
        PrintWriter out = spec.commandLine().getOut();
        if (problems.isEmpty()) {
            out.printf("%s can be used.%n", directory);
            out.flush();
            return 0;
        }
        out.printf("%s cannot be used:%n", directory);
        problems.forEach(problem -> out.printf("- %s%n", problem));
        out.flush();
        return UNUSABLE;
    }
}
