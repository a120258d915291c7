package dev.darkroom.pipeline;

import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.forward.ForwardProcess;
import dev.darkroom.denoise.noise.LatentShape;
import dev.darkroom.denoise.plan.TrainedProcess;
import dev.darkroom.denoise.schedule.SchedulerConfig;
import dev.darkroom.generation.ForwardRequest;
import dev.darkroom.generation.Size;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PicturePlanes;
import dev.darkroom.image.PictureResizer;
import dev.darkroom.image.ResampleFilter;
import dev.darkroom.model.ModelCatalog;
import dev.darkroom.worker.ModelLease;
import dev.darkroom.worker.Workers;
import java.util.List;
import java.util.function.Function;

/** The forward process of the catalog's models, with their autoencoders on this process's devices. */
final class ModelForward implements ForwardDiffusion {

    private static final int COLOURS = 3;

    private final Workers workers;
    private final ModelCatalog catalog;
    private final Sources sources;

    ModelForward(Workers workers, ModelCatalog catalog, Sources sources) {
        this.workers = workers;
        this.catalog = catalog;
        this.sources = sources;
    }

    @Override
    public List<NoisedPicture> noised(ForwardRequest request) {
        try {
            return switch (request.space()) {
                case PIXEL -> inPixels(request);
                case LATENT -> inLatents(request);
            };
        } catch (RuntimeException failure) {
            throw Failures.explained(failure);
        }
    }

    private List<NoisedPicture> inPixels(ForwardRequest request) {
        float[] pixels = sources.pixels(request.reference(), request.size());
        int size = Math.toIntExact(COLOURS * request.size().pixels());
        float[] noise = ImageNoise.draws(request.noise(), request.seed(), size).next();
        return noised(request, pixels, noise, planes -> PicturePlanes.fromSigned(planes, request.size()));
    }

    /** The first draw is the posterior's, as in image-to-image. */
    private List<NoisedPicture> inLatents(ForwardRequest request) {
        try (ModelLease model = workers.lease(request.model())) {
            LatentShape shape = model.latentShape(request.size());
            Noise draws = ImageNoise.draws(request.noise(), request.seed(), shape.size());
            Size painted = model.pictureSize(shape);
            float[] clean = model.encodePicture(sources.pixels(request.reference(), painted), shape, draws.next());
            return noised(
                    request,
                    clean,
                    draws.next(),
                    latent -> PictureResizer.resize(
                            PicturePlanes.fromSigned(model.decode(latent, shape), painted),
                            request.size(),
                            ResampleFilter.NEAREST));
        }
    }

    private List<NoisedPicture> noised(
            ForwardRequest request, float[] clean, float[] noise, Function<float[], Picture> developed) {
        TrainedProcess process = TrainedProcess.of(
                SchedulerConfig.of(catalog.get(request.model()).scheduler()));
        return request.timesteps().stream()
                .map(timestep -> {
                    NoiseLevel level = process.level(timestep);
                    float[] noisy = ForwardProcess.noised(clean, noise, level);
                    return new NoisedPicture(timestep, level, developed.apply(noisy));
                })
                .toList();
    }
}
