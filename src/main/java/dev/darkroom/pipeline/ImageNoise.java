package dev.darkroom.pipeline;

import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.noise.CpuGenerator;
import dev.darkroom.denoise.noise.CudaGenerator;
import dev.darkroom.denoise.noise.LatentShape;
import dev.darkroom.denoise.noise.NormalGenerator;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.NoiseSource;

/**
 * All random draws of one image, from one generator, whatever the shapes of its passes. Belongs to the image's thread.
 */
@FunctionalInterface
interface ImageNoise {

    /** Draws for a pass. */
    Noise of(LatentShape shape);

    /** The noise of image {@code index} of a request. */
    static ImageNoise of(GenerationRequest request, int index) {
        NormalGenerator generator = generator(request.sampling().noise(), request.seed() + index);
        return shape -> generator.noise(shape.size());
    }

    private static NormalGenerator generator(NoiseSource source, long seed) {
        return source == NoiseSource.CPU ? new CpuGenerator(seed) : new CudaGenerator(seed);
    }
}
