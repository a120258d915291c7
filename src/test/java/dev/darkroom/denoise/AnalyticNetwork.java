package dev.darkroom.denoise;

import dev.darkroom.golden.GoldenFolder;
import dev.darkroom.golden.GoldenTensors;

/** The two networks of the sampler fixtures; evaluated in double. */
interface AnalyticNetwork {

    /**
     * Raw output.
     *
     * @param input scaled latent
     * @param level of the scaled latent
     * @param output what the network predicts, in the words of the fixtures
     */
    float[] evaluate(float[] input, NoiseLevel level, OutputForm output);

    /** The network of a case: {@code gm} or {@code tanh}. */
    static AnalyticNetwork of(String name, GoldenFolder samplers) {
        GoldenTensors tensors = samplers.tensors("models.safetensors");
        return name.equals("gm") ? GaussianMixture.read(tensors) : TanhNetwork.read(tensors);
    }
}
