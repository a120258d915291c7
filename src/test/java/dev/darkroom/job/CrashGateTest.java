package dev.darkroom.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CrashGateTest {

    private final CrashGate gate = new CrashGate(4);
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Test
    void aSuspectRunsAloneAndTheOthersSideBySide() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Integer>> atEntry = new ArrayList<>();
        for (int job = 0; job < 40; job++) {
            boolean alone = job % 5 == 0;
            atEntry.add(threads.submit(() -> pass(alone)));
        }
        for (int job = 0; job < 40; job++) {
            int others = atEntry.get(job).get();
            if (job % 5 == 0) {
                assertThat(others).isZero();
            }
        }
        threads.shutdown();
        assertThat(most.get()).isBetween(2, 4);
    }

    /** How many others were inside while this one was. */
    private int pass(boolean alone) throws InterruptedException {
        try (CrashGate.Pass pass = gate.enter(alone)) {
            int before = inside.getAndIncrement();
            most.accumulateAndGet(before + 1, Math::max);
            Thread.sleep(5);
            int after = inside.decrementAndGet();
            return Math.max(before, after);
        }
    }
}
