package dev.darkroom.api;

import dev.darkroom.generation.LikelihoodRequest;
import dev.darkroom.pipeline.GenerationCancelledException;
import dev.darkroom.pipeline.GenerationFailedException;
import dev.darkroom.pipeline.LikelihoodEstimate;
import dev.darkroom.pipeline.LikelihoodEstimator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Likelihoods that are made up; the test may make them fail, or run until their caller hangs up. */
public final class FakeLikelihood implements LikelihoodEstimator {

    private volatile boolean failing;
    private volatile boolean endless;
    private volatile CountDownLatch started = new CountDownLatch(1);
    private volatile CountDownLatch ended = new CountDownLatch(1);

    /** As new. */
    public void reset() {
        failing = false;
        endless = false;
        started = new CountDownLatch(1);
        ended = new CountDownLatch(1);
    }

    /** Calls from now on fail. */
    public void fail() {
        failing = true;
    }

    /** Calls from now on run until they are cancelled. */
    public void runOn() {
        endless = true;
    }

    /** Whether a call has begun within some seconds. */
    public boolean began() throws InterruptedException {
        return started.await(10, TimeUnit.SECONDS);
    }

    /** Whether a call was cancelled within some seconds. */
    public boolean wasCancelled() throws InterruptedException {
        return ended.await(10, TimeUnit.SECONDS);
    }

    @Override
    public LikelihoodEstimate estimate(LikelihoodRequest request, BooleanSupplier cancelled) {
        if (failing) {
            throw new GenerationFailedException("generation-failed", "the test wanted it", false, null);
        }
        started.countDown();
        while (endless) {
            if (cancelled.getAsBoolean()) {
                ended.countDown();
                throw new GenerationCancelledException();
            }
            Thread.onSpinWait();
        }
        double error = request.probes() == 1 ? Double.NaN : 0.25;
        return new LikelihoodEstimate(1.5, error, -1000, 512, 100, List.of("a warning"));
    }
}
