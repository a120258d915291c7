package dev.darkroom.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.torch.DeviceOutOfMemoryException;
import dev.darkroom.torch.Wrap;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaneTest {

    private final Lane lane = new Lane(
            "test", new BatchWindow(Duration.ofMillis(50)), new LaneMetrics(new SimpleMeterRegistry(), "test"));
    private final ExecutorService loops = Executors.newCachedThreadPool();
    private final Doubling network = new Doubling();

    @AfterEach
    void stop() throws InterruptedException {
        lane.close();
        loops.shutdownNow();
    }

    @Test
    void waitingEvaluationsWithEqualKeysShareOneCall() throws Exception {
        CountDownLatch busy = occupyLane();
        List<Future<List<float[]>>> results = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            float value = i;
            results.add(loops.submit(() -> lane.evaluate(evaluation(key(64), value, value + 0.5f))));
        }
        awaitWaiting(4);
        busy.countDown();

        for (int i = 0; i < 4; i++) {
            List<float[]> outputs = results.get(i).get(5, TimeUnit.SECONDS);
            assertThat(outputs.get(0)).containsExactly(2f * i);
            assertThat(outputs.get(1)).containsExactly(2f * i + 1);
        }
        assertThat(network.batchSizes).containsExactly(8);
    }

    @Test
    void aBatchIsNeverLargerThanItsKeyAllows() throws Exception {
        CountDownLatch busy = occupyLane();
        List<Future<List<float[]>>> results = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            results.add(loops.submit(() -> lane.evaluate(evaluation(key(4), 1, 2))));
        }
        awaitWaiting(5);
        busy.countDown();
        for (Future<List<float[]>> result : results) {
            result.get(5, TimeUnit.SECONDS);
        }
        assertThat(network.batchSizes).containsExactly(4, 4, 2);
    }

    @Test
    void otherShapesAreEvaluatedApart() throws Exception {
        CountDownLatch busy = occupyLane();
        Future<?> small = loops.submit(() ->
                lane.evaluate(evaluation(new BatchKey(network, List.of(4, 8, 8), Wrap.NONE, 64), 1)));
        Future<?> large = loops.submit(() ->
                lane.evaluate(evaluation(new BatchKey(network, List.of(4, 16, 16), Wrap.NONE, 64), 2)));
        awaitWaiting(2);
        busy.countDown();
        small.get(5, TimeUnit.SECONDS);
        large.get(5, TimeUnit.SECONDS);
        assertThat(network.batchSizes).containsExactly(1, 1);
    }

    @Test
    void whenTheDeviceIsOutOfMemoryABatchIsTriedInHalvesAndOnlyWhatCannotFitFails() throws Exception {
        network.largestBatch = 2;
        CountDownLatch busy = occupyLane();
        List<Future<List<float[]>>> results = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            results.add(loops.submit(() -> lane.evaluate(evaluation(key(64), 3))));
        }
        Future<List<float[]>> tooLarge = loops.submit(() -> lane.evaluate(evaluation(key(64), 1, 2, 3)));
        awaitWaiting(5);
        busy.countDown();
        for (Future<List<float[]>> result : results) {
            assertThat(result.get(5, TimeUnit.SECONDS).get(0)).containsExactly(6f);
        }
        assertThatThrownBy(() -> tooLarge.get(5, TimeUnit.SECONDS))
                .hasCauseInstanceOf(DeviceOutOfMemoryException.class);
        assertThat(lane.evaluate(evaluation(key(64), 21)).get(0)).containsExactly(42f);
    }

    @Test
    void aFailureReachesItsCallerAndLeavesTheLaneWorking() throws Exception {
        assertThatThrownBy(() -> lane.call(() -> {
                    throw new OutOfMemoryError("of the Java heap");
                }))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(lane.call(() -> 42)).isEqualTo(42);
    }

    @Test
    void loopsThatWereWokenTogetherComeBackInOneBatch() throws Exception {
        network.millis = 20;
        List<Future<?>> results = new ArrayList<>();
        CountDownLatch start = new CountDownLatch(1);
        for (int i = 0; i < 4; i++) {
            results.add(loops.submit(() -> {
                lane.join(key(64));
                start.await();
                for (int step = 0; step < 10; step++) {
                    lane.evaluate(evaluation(key(64), 1));
                }
                lane.leave(key(64));
                return null;
            }));
        }
        start.countDown();
        for (Future<?> result : results) {
            result.get(10, TimeUnit.SECONDS);
        }
        assertThat(network.batchSizes.stream().filter(size -> size == 4).count())
                .isGreaterThanOrEqualTo(7);
    }

    @Test
    void whatWaitsWhenTheLaneClosesFails() throws Exception {
        CountDownLatch busy = occupyLane();
        Future<?> waiting = loops.submit(() -> lane.call(() -> 1));
        awaitWaiting(1);
        Future<?> closing = loops.submit(() -> {
            lane.close();
            return null;
        });
        while (!lane.closed()) {
            Thread.sleep(1);
        }
        busy.countDown();
        closing.get(5, TimeUnit.SECONDS);
        assertThatThrownBy(() -> waiting.get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(LaneClosedException.class);
        assertThatThrownBy(() -> lane.call(() -> 2)).isInstanceOf(LaneClosedException.class);
    }

    /** Keeps the lane busy until the latch opens, so that work piles up behind it. */
    private CountDownLatch occupyLane() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch began = new CountDownLatch(1);
        loops.submit(() -> lane.call(() -> {
            began.countDown();
            busy.await();
            return null;
        }));
        began.await();
        return busy;
    }

    private void awaitWaiting(int works) throws InterruptedException {
        while (lane.waiting() < works) {
            Thread.sleep(1);
        }
    }

    private BatchKey key(int maxRows) {
        return new BatchKey(network, List.of(4, 8, 8, 77), Wrap.NONE, maxRows);
    }

    private static Evaluation evaluation(BatchKey key, float... values) {
        List<BatchedNetwork.Row> rows = new ArrayList<>();
        for (float value : values) {
            rows.add(new Number(value));
        }
        return new Evaluation(key, rows);
    }

    private record Number(float value) implements BatchedNetwork.Row {}

    /** Doubles each row; can be slow, and out of memory above a number of rows. */
    private static final class Doubling implements BatchedNetwork {
        private final List<Integer> batchSizes = new CopyOnWriteArrayList<>();
        private volatile int largestBatch = Integer.MAX_VALUE;
        private volatile long millis;

        @Override
        public List<float[]> evaluate(List<Row> rows) {
            if (rows.size() > largestBatch) {
                throw new DeviceOutOfMemoryException("pretended", null);
            }
            batchSizes.add(rows.size());
            pause();
            return rows.stream()
                    .map(row -> new float[] {2 * ((Number) row).value()})
                    .toList();
        }

        private void pause() {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
