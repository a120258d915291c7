package dev.darkroom.job;

import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.pipeline.Generation;
import dev.darkroom.pipeline.GenerationMonitor;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the evaluations that it got back from checkpoints. */
final class CountingGenerator extends FakeGenerator {

    final AtomicInteger replayed = new AtomicInteger();

    CountingGenerator() {
        super(Duration.ofMillis(1));
    }

    @Override
    public Generation generate(GenerationRequest request, GenerationMonitor monitor) {
        for (int index = 0; index < request.count(); index++) {
            replayed.addAndGet(monitor.recorded(index).size());
        }
        return super.generate(request, monitor);
    }
}
