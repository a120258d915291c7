package dev.darkroom.pipeline;

import dev.darkroom.image.ImageLimits;
import dev.darkroom.image.PictureDecoder;
import dev.darkroom.image.PictureEncoder;
import dev.darkroom.imagestore.InputPictures;
import dev.darkroom.model.ModelCatalog;
import dev.darkroom.model.ModelFingerprints;
import dev.darkroom.worker.Workers;
import java.util.Optional;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what makes pictures. */
@Configuration(proxyBeanMethods = false)
class PipelineConfiguration {

    @Bean
    ModelChoices modelChoices(ModelCatalog catalog, Workers workers, ModelFingerprints fingerprints) {
        return new CatalogChoices(catalog, workers::loaded, fingerprints::known);
    }

    @Bean
    ForwardDiffusion forwardDiffusion(Workers workers, ModelCatalog catalog, InputPictures inputs, ImageLimits limits) {
        return new ModelForward(workers, catalog, new Sources(inputs, new PictureDecoder(limits)));
    }

    @Bean
    LikelihoodEstimator likelihoodEstimator(
            Workers workers, ModelCatalog catalog, InputPictures inputs, ImageLimits limits) {
        return new ModelLikelihood(workers, catalog, new Sources(inputs, new PictureDecoder(limits)));
    }

    @Bean
    ImageGenerator imageGenerator(
            Workers workers,
            ModelCatalog catalog,
            InputPictures inputs,
            ImageLimits limits,
            ModelFingerprints fingerprints,
            Optional<BuildProperties> build) {
        String version = build.map(BuildProperties::getVersion).orElse("unpackaged");
        return new DiffusionPipeline(
                workers,
                new Passes(new Plans(catalog), new Sources(inputs, new PictureDecoder(limits))),
                new Print(new PictureEncoder(), new PictureNotes(version), fingerprints));
    }
}
