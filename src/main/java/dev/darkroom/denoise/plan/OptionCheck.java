package dev.darkroom.denoise.plan;

import dev.darkroom.denoise.guidance.PredictionType;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import java.util.stream.Collectors;

/** Whether a sampler can do what a request asks, with what its model predicts. */
final class OptionCheck {

    private OptionCheck() {}

    /** @throws UnfitOptionException if it cannot; says what to do */
    static void require(SamplingPlanner.Choice choice, SchedulerConfig config, SamplingOptions options) {
        SamplerEntry sampler = choice.sampler();
        eta(sampler, options);
        options.own().keySet().forEach(option -> own(option, choice, config, options));
        prediction(sampler, config);
        LevelCheck.require(sampler, config, options.steps());
    }

    /** An eta that would change nothing is refused, but for 0 where nothing is random anyway. */
    private static void eta(SamplerEntry sampler, SamplingOptions options) {
        boolean needless = options.eta() == null
                || sampler.facts().eta() != null
                || options.eta() == 0 && !sampler.facts().stochastic();
        if (!needless) {
            String kind = sampler.facts().stochastic() ? " has no eta" : " is deterministic and has no eta";
            throw new UnfitOptionException(
                    "eta",
                    "the sampler " + sampler.name() + kind + "; leave it out, or choose a sampler that has it, such as "
                            + SamplerCatalog.all().stream()
                                    .filter(entry -> entry.family() == sampler.family()
                                            && entry.facts().eta() != null)
                                    .map(SamplerEntry::name)
                                    .limit(5)
                                    .collect(Collectors.joining(", ")));
        }
    }

    private static void own(
            SamplerOption option, SamplingPlanner.Choice choice, SchedulerConfig config, SamplingOptions options) {
        SamplerEntry sampler = choice.sampler();
        boolean flow = option == SamplerOption.SHIFT && config.flag("use_flow_sigmas", false);
        if (!flow && !sampler.tunable().contains(option)) {
            String others = SamplerCatalog.all().stream()
                    .filter(entry -> entry.family() == sampler.family()
                            && entry.tunable().contains(option))
                    .map(SamplerEntry::name)
                    .limit(5)
                    .collect(Collectors.joining(", "));
            throw unfit(
                    option,
                    "the sampler " + sampler.name() + " has no " + option.spelled() + "; leave it out"
                            + (others.isEmpty() ? "" : ", or choose one that has it, such as " + others));
        }
        boolean spaced = option == SamplerOption.TIMESTEP_SPACING;
        if (spaced && (options.steps().listed() || !choice.schedule().equals(ScheduleCatalog.DEFAULT))) {
            throw unfit(option, "is for the schedule default; another one, and a list, say themselves where steps are");
        }
    }

    private static UnfitOptionException unfit(SamplerOption option, String message) {
        return new UnfitOptionException("sampler_options." + option.spelled(), message);
    }

    private static void prediction(SamplerEntry sampler, SchedulerConfig config) {
        if (!config.has("prediction_type")) {
            return;
        }
        String predicted = config.text("prediction_type", "epsilon");
        if (!sampler.predictionTypes().contains(predicted)) {
            String others = SamplerCatalog.all().stream()
                    .filter(entry -> entry.family() == sampler.family()
                            && entry.predictionTypes().contains(predicted))
                    .map(SamplerEntry::name)
                    .collect(Collectors.joining(", "));
            throw new UnfitOptionException(
                    "sampler",
                    "the sampler " + sampler.name() + " cannot use a model that predicts " + predicted
                            + (others.isEmpty() ? "" : "; use one of " + others));
        }
        boolean flowSigmas = config.flag("use_flow_sigmas", false);
        boolean flow = PredictionType.FLOW == known(predicted);
        if (sampler.family() == ModelFamily.DISCRETE && flow && !flowSigmas) {
            throw new UnfitOptionException(
                    "sampler",
                    "the model predicts " + predicted + ", but its scheduler_config.json does not set use_flow_sigmas,"
                            + " without which the sampler " + sampler.name() + " would walk the wrong levels");
        }
    }

    private static PredictionType known(String predicted) {
        return predicted.equals("trigflow") ? PredictionType.V : PredictionType.of(predicted);
    }
}
