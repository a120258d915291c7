package dev.darkroom.denoise.plan;

import dev.darkroom.denoise.plan.SamplerEntry.Facts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Describes a sampler line by line; what is not said is first order, deterministic, one evaluation a step. */
final class SamplerEntryBuilder {

    private final String name;
    private String className = "";
    private Map<String, Object> options = Map.of();
    private ModelFamily family = ModelFamily.DISCRETE;
    private boolean takesSchedules = true;
    private String title = "";
    private String description = "";
    private String paper = "";
    private int order = 1;
    private boolean stochastic;
    private @Nullable Double eta;
    private boolean takesFlow;
    private boolean spaced = true;
    private Set<SamplerTrait> traits = Set.of();
    private final Set<SamplerOption> tunable = EnumSet.noneOf(SamplerOption.class);
    private Set<CustomLevels> takes = EnumSet.allOf(CustomLevels.class);
    private int evaluations = 1;
    private List<Integer> goodSteps = List.of(20, 50);
    private List<String> aliases = List.of();

    SamplerEntryBuilder(String name) {
        this.name = name;
    }

    /** The scheduler class of diffusers that is this sampler. */
    SamplerEntryBuilder scheduler(String schedulerClass) {
        className = schedulerClass;
        return this;
    }

    /** The options that make that class this sampler. */
    SamplerEntryBuilder options(Map<String, Object> classOptions) {
        options = classOptions;
        return this;
    }

    /** Which models it runs. */
    SamplerEntryBuilder family(ModelFamily modelFamily) {
        family = modelFamily;
        return this;
    }

    /** It walks timesteps of its own; no schedule can be chosen, only lists of these kinds. */
    SamplerEntryBuilder ownTimesteps(CustomLevels... lists) {
        takesSchedules = false;
        return takes(lists);
    }

    /** It runs models of the flow kind, too, whose configuration sets {@code use_flow_sigmas}. */
    SamplerEntryBuilder takesFlow() {
        takesFlow = true;
        return this;
    }

    /** Name as people write it, and a sentence. */
    SamplerEntryBuilder title(String writtenName, String sentence) {
        title = writtenName;
        description = sentence;
        return this;
    }

    SamplerEntryBuilder paper(String reference) {
        paper = reference;
        return this;
    }

    SamplerEntryBuilder order(int convergenceOrder) {
        order = convergenceOrder;
        return this;
    }

    SamplerEntryBuilder stochastic() {
        stochastic = true;
        return this;
    }

    SamplerEntryBuilder trait(SamplerTrait trait) {
        traits = Set.of(trait);
        return this;
    }

    /** It has the parameter eta, with this default. */
    SamplerEntryBuilder eta(double usual) {
        eta = usual;
        return this;
    }

    /** Which lists of levels it takes; without this, those of sigmas and of timesteps. */
    SamplerEntryBuilder takes(CustomLevels... lists) {
        takes = lists.length == 0 ? EnumSet.noneOf(CustomLevels.class) : EnumSet.copyOf(List.of(lists));
        return this;
    }

    /** Its default schedule has one spacing of timesteps only. */
    SamplerEntryBuilder withoutSpacing() {
        spaced = false;
        return this;
    }

    /** What it can be told beyond what all can. */
    SamplerEntryBuilder tunable(SamplerOption... options) {
        tunable.addAll(List.of(options));
        return this;
    }

    SamplerEntryBuilder evaluations(int eachStep) {
        evaluations = eachStep;
        return this;
    }

    SamplerEntryBuilder goodSteps(int from, int to) {
        goodSteps = List.of(from, to);
        return this;
    }

    SamplerEntryBuilder aliases(String... furtherNames) {
        aliases = List.of(furtherNames);
        return this;
    }

    SamplerEntry by(Recipe recipe) {
        Facts facts = new Facts(title, description, paper, order, stochastic, eta, evaluations, goodSteps);
        if (spaced && takesSchedules && family == ModelFamily.DISCRETE) {
            tunable.add(SamplerOption.TIMESTEP_SPACING);
        }
        List<String> predictions = new ArrayList<>(family.predictionTypes());
        if (takesFlow) {
            predictions.add("flow_prediction");
        }
        return new SamplerEntry(
                name,
                className,
                options,
                family,
                takesSchedules,
                Set.copyOf(takes),
                List.copyOf(predictions),
                Set.copyOf(tunable),
                traits,
                facts,
                aliases,
                recipe);
    }
}
