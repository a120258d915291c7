package dev.darkroom.cli;

import dev.darkroom.denoise.plan.SamplerCatalog;
import dev.darkroom.denoise.plan.SamplerEntry;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the arithmetic of each sampler, without a network. */
@Command(
        name = "time",
        mixinStandardHelpOptions = true,
        description = {
            "Measures what each sampler's own arithmetic costs: its time for each network evaluation, with a network",
            "that answers at once. Beside it the share of an evaluation that takes --evaluation milliseconds."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields in
final class SamplersTimeCommand implements Runnable {

    private static final double NANOS = 1e6;

    @Spec
    private CommandSpec spec;

    @Option(names = "--values", defaultValue = "16384", description = "Values of a latent; default 4 x 64 x 64.")
    private int values;

    @Option(names = "--steps", defaultValue = "20", description = "Steps of a run; default 20.")
    private int steps;

    @Option(names = "--evaluation", defaultValue = "50", description = "Milliseconds of an evaluation; default 50.")
    private double evaluation;

    private record Row(SamplerEntry sampler, double perEvaluation) {}

    @Override
    public void run() {
        SamplerClock clock = new SamplerClock(values, steps);
        List<Row> rows = SamplerCatalog.all().stream()
                .map(sampler -> new Row(sampler, clock.nanosPerEvaluation(sampler) / NANOS))
                .sorted(Comparator.comparingDouble(Row::perEvaluation).reversed())
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%-32s %10s %8s%n", "NAME", "MS/EVAL", "SHARE");
        for (Row row : rows) {
            out.printf(
                    "%-32s %10.3f %7.2f%%%n",
                    row.sampler().name(), row.perEvaluation(), 100 * row.perEvaluation() / evaluation);
        }
        out.flush();
    }
}
