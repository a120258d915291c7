package dev.darkroom.training.stage;

import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.denoise.forward.ForwardProcess;
import java.util.SplittableRandom;

/** Which noise levels are trained how often and how hard, and what the network has to say at each. Immutable. */
interface NoisePlan {

    /** A level to train. */
    NoiseLevel draw(SplittableRandom random);

    /** The level at a share of the way from the clean latent to noise. */
    NoiseLevel at(double share);

    /** What the network is told of a level. */
    double told(NoiseLevel level);

    /** What the network has to say. */
    float[] target(float[] clean, float[] noise, NoiseLevel level);

    /** How its squared error counts. */
    double weight(NoiseLevel level);

    /** What the network is fed. */
    default float[] sample(float[] clean, float[] noise, NoiseLevel level) {
        return ForwardProcess.noised(clean, noise, level);
    }
}
