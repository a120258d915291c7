package dev.darkroom.pipeline;

import dev.darkroom.denoise.Noise;
import dev.darkroom.denoise.noise.BrownianNoise;
import dev.darkroom.denoise.noise.CpuGenerator;
import dev.darkroom.denoise.noise.CudaGenerator;
import dev.darkroom.denoise.noise.LatentShape;
import dev.darkroom.denoise.noise.NormalGenerator;
import dev.darkroom.denoise.noise.VariedNoise;
import dev.darkroom.denoise.noise.VariedNoise.Seeds;
import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.Interpolation;
import dev.darkroom.generation.NoiseSource;
import dev.darkroom.generation.Size;
import dev.darkroom.generation.Variation;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * All random draws of one image. As in webui each pass begins anew with the image's seed, at its own shape. Belongs to
 * the image's thread.
 */
@FunctionalInterface
interface ImageNoise {

    /** Draws for a pass. */
    Noise of(Pass pass);

    /**
     * The noise of image {@code index} of a request.
     *
     * @param shapes latent shape of a picture size
     */
    static ImageNoise of(GenerationRequest request, int index, Function<Size, LatentShape> shapes) {
        ImageNoise own = of(request, request.seedOf(index), index, shapes);
        Interpolation way = request.interpolation();
        Long toSeed = way == null ? null : way.toSeed();
        if (way == null || toSeed == null) {
            return own;
        }
        ImageNoise end = of(request, toSeed, index, shapes);
        return pass -> new MixedNoise(own.of(pass), end.of(pass), way.place(index));
    }

    private static ImageNoise of(GenerationRequest request, long seed, int index, Function<Size, LatentShape> shapes) {
        LongFunction<NormalGenerator> generators = generators(request.sampling().noise());
        Variation variation = request.variation();
        Size kept = variation == null ? null : variation.resizeFrom();
        return pass -> {
            LatentShape shape = pass.shape();
            Noise draws = generators.apply(seed).noise(shape.size());
            if (variation != null) {
                LatentShape from = kept == null ? shape : shapes.apply(kept);
                Seeds seeds = new Seeds(seed, variation.seed() + index, variation.strength(), from, 0);
                draws = new VariedNoise(generators, seeds, shape);
            }
            boolean brownian = request.sampling().brownian();
            return brownian
                    ? new BrownianNoise(draws, generators, seed, pass.plan().schedule(), shape.size())
                    : draws;
        };
    }

    /** Draws of one size. */
    static Noise draws(NoiseSource source, long seed, int size) {
        return generators(source).apply(seed).noise(size);
    }

    private static LongFunction<NormalGenerator> generators(NoiseSource source) {
        return source == NoiseSource.CPU ? CpuGenerator::new : CudaGenerator::new;
    }
}
