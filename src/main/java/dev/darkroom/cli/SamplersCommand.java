package dev.darkroom.cli;

import dev.darkroom.denoise.plan.SamplerCatalog;
import dev.darkroom.denoise.plan.SamplerEntry;
import dev.darkroom.denoise.plan.SamplerEntry.Facts;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What samplers there are. */
@Command(
        name = "samplers",
        mixinStandardHelpOptions = true,
        description = "Lists the samplers, writes their page with convergence plots, or measures what they cost.",
        footer = {"", "Examples:", "  darkroom samplers", "  darkroom samplers pages docs", "  darkroom samplers time"})
@SuppressWarnings("NullAway.Init") // picocli fills the fields in
final class SamplersCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    private SamplersCommand() {}

    static CommandLine withSubcommands() {
        return new CommandLine(new SamplersCommand())
                .addSubcommand(new SamplersPagesCommand())
                .addSubcommand(new SamplersTimeCommand());
    }

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%-32s %5s %5s %6s %9s  %s%n", "NAME", "ORDER", "EVALS", "NOISE", "STEPS", "DESCRIPTION");
        for (SamplerEntry sampler : SamplerCatalog.all()) {
            Facts facts = sampler.facts();
            out.printf(
                    "%-32s %5d %5d %6s %9s  %s%n",
                    sampler.name(),
                    facts.order(),
                    facts.evaluations(),
                    facts.stochastic() ? "fresh" : "none",
                    facts.goodSteps().get(0) + "-" + facts.goodSteps().get(1),
                    facts.description());
        }
        out.flush();
    }
}
