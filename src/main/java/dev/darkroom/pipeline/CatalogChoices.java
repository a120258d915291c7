package dev.darkroom.pipeline;

import dev.darkroom.denoise.plan.SamplingOptions;
import dev.darkroom.denoise.plan.SamplingPlanner;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.denoise.schedule.Steps;
import dev.darkroom.model.ModelCatalog;
import dev.darkroom.model.ModelDescriptor;
import java.util.List;

/** The catalog's models as clients see them. Thread-safe. */
final class CatalogChoices implements ModelChoices {

    private final ModelCatalog catalog;

    CatalogChoices(ModelCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public List<ModelChoice> models() {
        return catalog.models().stream().map(CatalogChoices::choice).toList();
    }

    @Override
    public String defaultModel() {
        return catalog.defaultModel();
    }

    private static ModelChoice choice(ModelDescriptor model) {
        ModelDescriptor.Defaults defaults = model.defaults();
        SamplingPlanner.Choice sampling = SamplingPlanner.choose(
                SchedulerConfig.of(model.scheduler()), SamplingOptions.of(Steps.of(defaults.steps())));
        return new ModelChoice(
                model.id(),
                model.description(),
                true,
                model.sizeFactor(),
                defaults.size(),
                defaults.steps(),
                defaults.guidanceScale(),
                sampling.sampler().name(),
                sampling.schedule().name(),
                0);
    }
}
