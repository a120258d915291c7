package dev.darkroom.pipeline;

import dev.darkroom.denoise.plan.SamplerCatalog;
import dev.darkroom.denoise.plan.SamplerEntry;
import dev.darkroom.denoise.plan.SamplerTrait;
import dev.darkroom.denoise.plan.SamplingOptions;
import dev.darkroom.denoise.plan.SamplingPlanner;
import dev.darkroom.denoise.plan.UnfitOptionException;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.Steps;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.InvalidRequestException.FieldError;
import dev.darkroom.generation.Sampling;
import dev.darkroom.model.ModelCatalog;
import dev.darkroom.model.ModelDescriptor;
import dev.darkroom.worker.Workers.LoadedOn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The catalog's models as clients see them. Thread-safe. */
final class CatalogChoices implements ModelChoices {

    private static final Logger log = LoggerFactory.getLogger(CatalogChoices.class);

    /** How the planner's messages about the number of steps begin. */
    private static final String STEPS = "steps: ";

    private final ModelCatalog catalog;
    private final Supplier<Map<String, List<LoadedOn>>> loaded;
    private final Function<String, Optional<String>> hashes;
    private final Plans plans;
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    /**
     * @param loaded where models are in memory now, by id
     */
    CatalogChoices(ModelCatalog catalog, Supplier<Map<String, List<LoadedOn>>> loaded) {
        this(catalog, loaded, id -> Optional.empty());
    }

    /**
     * @param loaded where models are in memory now, by id
     * @param hashes of the models' weights, by id
     */
    CatalogChoices(
            ModelCatalog catalog,
            Supplier<Map<String, List<LoadedOn>>> loaded,
            Function<String, Optional<String>> hashes) {
        this.hashes = hashes;
        this.catalog = catalog;
        this.loaded = loaded;
        this.plans = new Plans(catalog);
    }

    /** Models whose scheduler is not known are left out, so that they cannot get in the way of the others. */
    @Override
    public List<ModelChoice> models() {
        List<ModelChoice> choices = new ArrayList<>();
        for (ModelDescriptor model : catalog.models()) {
            try {
                choices.add(choice(model));
            } catch (IllegalArgumentException unusable) {
                if (reported.add(model.id())) {
                    log.warn("Model {} cannot be used: its scheduler: {}", model.id(), unusable.getMessage());
                }
            }
        }
        return choices;
    }

    @Override
    public Optional<String> hash(String id) {
        return hashes.apply(id);
    }

    @Override
    public List<LoadedOn> loaded(String id) {
        return loaded.get().getOrDefault(id, List.of());
    }

    @Override
    public SchedulerConfig scheduler(String id) {
        return SchedulerConfig.of(catalog.get(choose(id).id()).scheduler());
    }

    @Override
    public String defaultModel() {
        return catalog.defaultModel();
    }

    @Override
    public Optional<FieldError> misfit(GenerationRequest request) {
        int layers = catalog.get(request.model()).conditioning().textLayers();
        if (request.clipSkip() > layers) {
            return Optional.of(new FieldError(
                    "clip_skip",
                    "is " + request.clipSkip() + "; give at most " + layers + ", the layers of this model"));
        }
        Sampling sampling = request.sampling();
        if (sampling.brownian() && !has(sampling.sampler(), SamplerTrait.BROWNIAN)) {
            return Optional.of(new FieldError(
                    "brownian",
                    "the sampler " + sampling.sampler() + " draws independent noise; leave it out, or choose "
                            + SamplerCatalog.all().stream()
                                    .map(SamplerEntry::name)
                                    .filter(name -> has(name, SamplerTrait.BROWNIAN))
                                    .collect(Collectors.joining(", "))));
        }
        try {
            plans.plan(request);
            if (request.hires() != null) {
                plans.plan(request, request.hires());
            }
            return Optional.empty();
        } catch (UnfitOptionException e) {
            return Optional.of(new FieldError(e.option(), String.valueOf(e.getMessage())));
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            return Optional.of(
                    message.startsWith(STEPS)
                            ? new FieldError("steps", message.substring(STEPS.length()))
                            : new FieldError("sampler", message));
        }
    }

    private static boolean has(String sampler, SamplerTrait trait) {
        return SamplerCatalog.get(sampler).sampler().traits().contains(trait);
    }

    private static ModelChoice choice(ModelDescriptor model) {
        ModelDescriptor.Defaults defaults = model.defaults();
        SamplingPlanner.Choice sampling = SamplingPlanner.choose(
                SchedulerConfig.of(model.scheduler()),
                new SamplingOptions(defaults.sampler(), null, Steps.of(defaults.steps()), null, null, null));
        return new ModelChoice(
                model.id(),
                model.description(),
                model.space(),
                model.conditioning(),
                model.sizes(),
                defaults.size(),
                defaults.steps(),
                defaults.guidanceScale(),
                sampling.sampler().name(),
                sampling.schedule().name(),
                0,
                model.words(),
                ModelChoice.tasks(model));
    }
}
