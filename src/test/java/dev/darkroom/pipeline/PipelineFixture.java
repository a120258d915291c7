package dev.darkroom.pipeline;

import dev.darkroom.generation.Delivery;
import dev.darkroom.generation.GenerationDraft;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.GenerationRequestBuilder;
import dev.darkroom.generation.ImageFormat;
import dev.darkroom.generation.NoiseSource;
import dev.darkroom.generation.Output;
import dev.darkroom.generation.PromptLanguage;
import dev.darkroom.generation.SamplingBuilder;
import dev.darkroom.generation.Size;
import dev.darkroom.generation.SourceImage;
import dev.darkroom.image.ImageLimits;
import dev.darkroom.image.PictureDecoder;
import dev.darkroom.image.PictureEncoder;
import dev.darkroom.imagestore.InputPictures;
import dev.darkroom.imagestore.LocalImageStore;
import dev.darkroom.model.EmbeddedModel;
import dev.darkroom.model.ModelCatalog;
import dev.darkroom.model.ModelSettings;
import dev.darkroom.torch.EngineSettings;
import dev.darkroom.torch.Precision;
import dev.darkroom.torch.TorchEngine;
import dev.darkroom.worker.DeviceSettings;
import dev.darkroom.worker.ModelLease;
import dev.darkroom.worker.WorkerSettings;
import dev.darkroom.worker.Workers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The real pipeline in single precision on the CPU, with the embedded model and the models of a folder. */
final class PipelineFixture implements AutoCloseable {

    private final TorchEngine engine;
    private final Workers workers;
    private final InputPictures inputs;
    private final Passes passes;
    private final Print print = new Print(new PictureEncoder(), new PictureNotes("test"));
    private final DiffusionPipeline pipeline;
    private final CatalogChoices choices;
    private final ModelForward forward;
    private final ModelLikelihood likelihood;

    PipelineFixture(Path scratch, @Nullable Path models) {
        ModelCatalog catalog = new ModelCatalog(
                EmbeddedModel.unpackAll(scratch.resolve("models")), new ModelSettings(models, EmbeddedModel.ID));
        engine = TorchEngine.start(EngineSettings.defaults());
        workers = Workers.start(
                engine,
                catalog,
                new DeviceSettings("cpu", Precision.FP32),
                WorkerSettings.defaults(),
                new SimpleMeterRegistry());
        choices = new CatalogChoices(catalog, workers::loaded);
        inputs = new InputPictures(new LocalImageStore(scratch.resolve("images")), Clock.systemUTC());
        forward = new ModelForward(workers, catalog, new Sources(inputs, new PictureDecoder(ImageLimits.defaults())));
        likelihood =
                new ModelLikelihood(workers, catalog, new Sources(inputs, new PictureDecoder(ImageLimits.defaults())));
        passes = new Passes(new Plans(catalog), new Sources(inputs, new PictureDecoder(ImageLimits.defaults())));
        pipeline = new DiffusionPipeline(workers, passes, print);
    }

    DiffusionPipeline pipeline() {
        return pipeline;
    }

    ModelForward forward() {
        return forward;
    }

    ModelLikelihood likelihood() {
        return likelihood;
    }

    CatalogChoices choices() {
        return choices;
    }

    ModelLease lease(String model) throws InterruptedException {
        return workers.lease(model);
    }

    /** Fills a draft in for the models of this fixture. */
    GenerationRequest resolve(GenerationDraft draft) {
        return new RequestResolver(
                        choices,
                        RequestLimits.defaults(),
                        new SourcePictures(ImageLimits.defaults(), inputs),
                        PromptSettings.none(),
                        new Random(5))
                .resolve(draft);
    }

    /** The passes of a request, to be run by hand. */
    Work passes(GenerationRequest request, ModelLease model) {
        return passes.of(request, model, new Findings());
    }

    Print print() {
        return print;
    }

    /** Keeps a file as an input picture; the reference. */
    String keep(byte[] file) {
        return inputs.put(file);
    }

    /** A picture of the embedded model with few steps. */
    static GenerationRequest request(String sampler, long seed, int count) {
        return request(sampler, seed, count, null);
    }

    static GenerationRequest request(String sampler, long seed, int count, @Nullable SourceImage source) {
        return GenerationRequestBuilder.builder()
                .model(EmbeddedModel.ID)
                .prompt("a smiley face")
                .negativePrompt("")
                .language(PromptLanguage.webui())
                .size(new Size(128, 128))
                .count(count)
                .seed(seed)
                .sampling(SamplingBuilder.builder()
                        .sampler(sampler)
                        .schedule("default")
                        .steps(6)
                        .guidanceScale(4)
                        .noise(NoiseSource.CPU)
                        .build())
                .source(source)
                .output(new Output(ImageFormat.PNG, 90, Delivery.BASE64))
                .build();
    }

    @Override
    public void close() throws InterruptedException {
        workers.close();
        engine.close();
    }
}
