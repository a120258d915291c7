package dev.darkroom.pipeline;

import dev.darkroom.generation.ForwardRequest;
import java.util.List;

/** Noises pictures as a model's training does. Thread-safe. */
public interface ForwardDiffusion {

    /**
     * The noised pictures in the order of the request's timesteps, all with the same noise. In latent space it is the
     * noise that image-to-image with this seed would add. Runs on the calling thread, which sleeps while a lane computes.
     *
     * @throws GenerationFailedException if it cannot be done; says why
     */
    List<NoisedPicture> noised(ForwardRequest request);
}
