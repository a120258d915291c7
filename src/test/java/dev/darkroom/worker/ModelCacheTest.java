package dev.darkroom.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ModelCacheTest {

    private final RecordingStore store = new RecordingStore();
    private final ModelCache<String> cache = new ModelCache<>(100, store);
    private final ExecutorService others = Executors.newCachedThreadPool();

    @AfterEach
    void stopOthers() {
        others.shutdownNow();
    }

    @Test
    void aModelIsLoadedOnceHoweverManyAskForIt() throws Exception {
        store.gate = new CountDownLatch(1);
        Future<String> first = others.submit(() -> cache.acquire("a", 10));
        Future<String> second = others.submit(() -> cache.acquire("a", 10));
        store.gate.countDown();

        assertThat(first.get(5, TimeUnit.SECONDS)).isEqualTo("model a");
        assertThat(second.get(5, TimeUnit.SECONDS)).isEqualTo("model a");
        assertThat(store.log).containsExactly("load a");
        assertThat(cache.contents()).containsExactly(new ModelCache.Loaded("a", 10, 2));
    }

    @Test
    void theLeastRecentlyUsedIdleModelGoesFirst() throws Exception {
        use("a", 40);
        use("b", 40);
        use("a", 40);
        use("c", 40);

        assertThat(store.log).containsExactly("load a", "load b", "unload b", "load c");
    }

    @Test
    void aModelInUseIsNeverUnloaded() throws Exception {
        cache.acquire("a", 60);
        Future<String> waiting = others.submit(() -> cache.acquire("b", 60));
        Thread.sleep(50);
        assertThat(waiting).isNotDone();
        assertThat(store.log).containsExactly("load a");

        cache.release("a");
        assertThat(waiting.get(5, TimeUnit.SECONDS)).isEqualTo("model b");
        assertThat(store.log).containsExactly("load a", "unload a", "load b");
    }

    @Test
    void aModelLargerThanTheBudgetIsRefusedWithBothFigures() {
        assertThatThrownBy(() -> cache.acquire("huge", 3L << 30))
                .isInstanceOf(ModelTooLargeException.class)
                .hasMessageContaining("3072 MiB")
                .hasMessageContaining("darkroom.worker.model-memory");
    }

    @Test
    void aFailedLoadIsToldToAllWhoWaitAndTriedAgainLater() throws Exception {
        store.failure = new IllegalStateException("disk on fire");
        assertThatThrownBy(() -> cache.acquire("a", 60)).isSameAs(store.failure);
        assertThat(cache.contents()).isEmpty();

        store.failure = null;
        assertThat(cache.acquire("a", 60)).isEqualTo("model a");
    }

    private void use(String id, long bytes) throws InterruptedException {
        cache.acquire(id, bytes);
        cache.release(id);
    }

    private static final class RecordingStore implements ModelCache.Store<String> {
        private final List<String> log = new CopyOnWriteArrayList<>();
        private volatile CountDownLatch gate = new CountDownLatch(0);
        private volatile RuntimeException failure;

        @Override
        public String load(String id) throws InterruptedException {
            gate.await();
            if (failure != null) {
                throw failure;
            }
            log.add("load " + id);
            return "model " + id;
        }

        @Override
        public void unload(String id, String model) {
            log.add("unload " + id);
        }
    }
}
