package dev.darkroom.job;

import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.pipeline.Generation;
import dev.darkroom.pipeline.GenerationFailedException;
import dev.darkroom.pipeline.GenerationMonitor;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Fails in the way that the request's seed asks for. */
final class WilfulGenerator extends FakeGenerator {

    static final long FAILS_TWICE = 1_000_001;
    static final long FAILS_ALWAYS = 1_000_002;
    static final long FAILS_FOR_GOOD = 1_000_003;
    static final long HAS_A_BUG = 1_000_004;

    private final AtomicInteger twice = new AtomicInteger();

    WilfulGenerator() {
        super(Duration.ofMillis(5));
    }

    @Override
    public Generation generate(GenerationRequest request, GenerationMonitor monitor) {
        if (request.seed() == HAS_A_BUG) {
            throw new IllegalStateException("a secret of the inside");
        }
        boolean passing =
                request.seed() == FAILS_ALWAYS || (request.seed() == FAILS_TWICE && twice.incrementAndGet() <= 2);
        if (passing || request.seed() == FAILS_FOR_GOOD) {
            throw new GenerationFailedException(
                    "device-out-of-memory", "Try a smaller size.", passing, new IllegalStateException("no memory"));
        }
        return super.generate(request, monitor);
    }
}
