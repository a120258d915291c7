package dev.darkroom.api;

import dev.darkroom.denoise.NoiseLevel;
import dev.darkroom.generation.ForwardRequest;
import dev.darkroom.image.Picture;
import dev.darkroom.pipeline.ForwardDiffusion;
import dev.darkroom.pipeline.GenerationFailedException;
import dev.darkroom.pipeline.NoisedPicture;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A forward process that gives black pictures; the test may make it fail or hold it. */
public final class FakeForward implements ForwardDiffusion {

    private volatile boolean failing;
    private volatile CountDownLatch held = new CountDownLatch(0);

    /** As new. */
    public void reset() {
        failing = false;
        held.countDown();
    }

    /** Calls from now on fail for want of memory. */
    public void fail() {
        failing = true;
    }

    /** Calls from now on wait for {@link #reset}. */
    public void hold() {
        held = new CountDownLatch(1);
    }

    @Override
    public List<NoisedPicture> noised(ForwardRequest request) {
        if (failing) {
            throw new GenerationFailedException("device-out-of-memory", "the test wanted it", false, null);
        }
        try {
            if (!held.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody let it go");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Picture black = Picture.rgb(
                request.size(), new byte[3 * Math.toIntExact(request.size().pixels())]);
        return request.timesteps().stream()
                .map(timestep -> new NoisedPicture(timestep, level(timestep), black))
                .toList();
    }

    private static NoiseLevel level(int timestep) {
        double alphaBar = (999 - timestep) / 999.0;
        return new NoiseLevel(timestep, Math.sqrt(alphaBar), Math.sqrt(1 - alphaBar));
    }
}
