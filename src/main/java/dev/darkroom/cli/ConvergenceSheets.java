package dev.darkroom.cli;

import dev.darkroom.cli.Convergence.Point;
import dev.darkroom.denoise.plan.CustomLevels;
import dev.darkroom.denoise.plan.ModelFamily;
import dev.darkroom.denoise.plan.SamplerCatalog;
import dev.darkroom.denoise.plan.SamplerEntry;
import dev.darkroom.denoise.plan.SamplerTrait;
import dev.darkroom.plot.Axis;
import dev.darkroom.plot.Curve;
import dev.darkroom.plot.Panel;
import dev.darkroom.plot.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/** Plots of error against cost for the samplers of the catalog. */
final class ConvergenceSheets {

    private static final int[] DETERMINISTIC_STEPS = {5, 7, 10, 14, 20, 28, 40, 56, 80, 113, 160};
    private static final int[] STOCHASTIC_STEPS = {5, 7, 10, 14, 20, 28, 40, 56, 80, 113, 160};
    private static final int DETERMINISTIC_VALUES = 2048;
    private static final int STOCHASTIC_VALUES = 16_384;

    private ConvergenceSheets() {}

    /** Samplers of the probability flow. */
    static Sheet deterministic() {
        Convergence convergence = new Convergence(DETERMINISTIC_VALUES);
        return new Sheet(
                "Deterministic samplers: distance from the exact end of the probability flow",
                "Mixture of three normal distributions, Karras levels 14 to 0.03",
                List.of(
                        flow(
                                convergence,
                                "First order",
                                sampler -> sampler.facts().order() == 1),
                        flow(
                                convergence,
                                "Second order, one evaluation a step",
                                sampler -> sampler.facts().order() == 2
                                        && sampler.facts().evaluations() == 1),
                        flow(
                                convergence,
                                "Second order, several evaluations",
                                sampler -> sampler.facts().order() == 2
                                        && sampler.facts().evaluations() > 1),
                        flow(
                                convergence,
                                "Higher order",
                                sampler -> sampler.facts().order() > 2)));
    }

    /** Samplers with fresh noise. */
    static Sheet stochastic() {
        Convergence convergence = new Convergence(STOCHASTIC_VALUES);
        return new Sheet(
                "Stochastic samplers: distance of the distribution made from that of the data",
                "Mean distance of quantiles of 16,384 values, about 0.006 for exact draws; Karras levels 14 to 0",
                List.of(
                        distribution(
                                convergence,
                                "One evaluation a step",
                                sampler -> sampler.facts().evaluations() == 1),
                        distribution(
                                convergence,
                                "Several evaluations a step",
                                sampler -> sampler.facts().evaluations() > 1)));
    }

    static List<SamplerEntry> samplers(boolean stochastic) {
        return SamplerCatalog.all().stream()
                .filter(sampler -> sampler.family() == ModelFamily.DISCRETE)
                .filter(sampler -> sampler.takes().contains(CustomLevels.SIGMAS))
                .filter(sampler -> !sampler.traits().contains(SamplerTrait.CFG_PLUS_PLUS))
                .filter(sampler -> sampler.facts().stochastic() == stochastic)
                .toList();
    }

    private static Panel flow(Convergence convergence, String title, Predicate<SamplerEntry> chosen) {
        List<Curve> curves = new ArrayList<>();
        for (SamplerEntry sampler : samplers(false)) {
            if (chosen.test(sampler)) {
                curves.add(curve(sampler, DETERMINISTIC_STEPS, steps -> convergence.deterministic(sampler, steps)));
            }
        }
        return new Panel(title, cost(), Axis.logarithmic("root mean square error"), curves);
    }

    private static Panel distribution(Convergence convergence, String title, Predicate<SamplerEntry> chosen) {
        List<Curve> curves = new ArrayList<>();
        for (SamplerEntry sampler : samplers(true)) {
            if (chosen.test(sampler)) {
                curves.add(curve(sampler, STOCHASTIC_STEPS, steps -> convergence.stochastic(sampler, steps)));
            }
        }
        return new Panel(title, cost(), Axis.logarithmic("mean distance of quantiles"), curves);
    }

    private static Axis cost() {
        return Axis.logarithmic("network evaluations");
    }

    private static Curve curve(SamplerEntry sampler, int[] steps, IntFunction<Point> run) {
        double[] evaluations = new double[steps.length];
        double[] errors = new double[steps.length];
        for (int i = 0; i < steps.length; i++) {
            Point point = run.apply(steps[i]);
            evaluations[i] = point.evaluations();
            errors[i] = point.error();
        }
        return new Curve(sampler.name(), evaluations, errors);
    }
}
