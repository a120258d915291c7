package dev.darkroom.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubscriptionsTest {

    @TempDir
    Path folder;

    private QueueFixture queue;
    private Subscriptions subscriptions;
    private Lease lease;
    private final BlockingQueue<JobEvent> heard = new LinkedBlockingQueue<>();

    @BeforeEach
    void open() {
        queue = new QueueFixture(folder);
        subscriptions = new Subscriptions(queue.tables.events(), queue.tables.bus(), queue.clock);
        lease = queue.begun(5);
    }

    @AfterEach
    void close() {
        subscriptions.close();
        queue.close();
    }

    @Test
    void storedEventsComeFirstThenNewOnesUntilTheLast() throws Exception {
        progress(1);
        subscriptions.open(lease.id(), 0, heard::add);
        assertThat(hear(3)).containsExactly(1L, 2L, 3L);
        progress(2);
        finish();
        assertThat(hear(2)).containsExactly(4L, 5L);
        assertNobodyIsLeft();
    }

    @Test
    void whoKnowsSomeEventsGetsTheOthers() throws Exception {
        progress(1);
        subscriptions.open(lease.id(), 2, heard::add);
        assertThat(hear(1)).containsExactly(3L);
    }

    @Test
    void manySubscribersEachGetEveryEventOnceAndInOrder() throws Exception {
        List<BlockingQueue<JobEvent>> all = IntStream.range(0, 50)
                .<BlockingQueue<JobEvent>>mapToObj(client -> new LinkedBlockingQueue<>())
                .toList();
        all.forEach(client -> subscriptions.open(lease.id(), 0, client::add));
        IntStream.range(1, 20).parallel().forEach(this::progress);
        finish();
        for (BlockingQueue<JobEvent> client : all) {
            for (long id = 1; id <= 22; id++) {
                JobEvent event = client.poll(10, TimeUnit.SECONDS);
                assertThat(event).isNotNull();
                assertThat(event.id()).isEqualTo(id);
            }
            assertThat(client).isEmpty();
        }
        assertNobodyIsLeft();
    }

    @Test
    void aSlowConsumerHoldsNobodyUpAndFindsEverythingLater() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        BlockingQueue<JobEvent> slow = new LinkedBlockingQueue<>();
        subscriptions.open(lease.id(), 0, event -> {
            awaitQuietly(stuck);
            slow.add(event);
        });
        subscriptions.open(lease.id(), 0, heard::add);
        progress(1);
        finish();
        assertThat(hear(4)).containsExactly(1L, 2L, 3L, 4L);
        stuck.countDown();
        for (long id = 1; id <= 4; id++) {
            assertThat(slow.poll(10, TimeUnit.SECONDS)).extracting(JobEvent::id).isEqualTo(id);
        }
        assertNobodyIsLeft();
    }

    @Test
    void aClosedSubscriptionHearsNothingMore() throws Exception {
        Subscription subscription = subscriptions.open(lease.id(), 0, heard::add);
        hear(2);
        assertThat(subscriptions.watched(lease.id())).isTrue();
        subscription.close();
        subscription.close();
        progress(1);
        assertThat(heard.poll(100, TimeUnit.MILLISECONDS)).isNull();
        assertNobodyIsLeft();
    }

    @Test
    void aConsumerThatThrowsIsLetGo() throws Exception {
        subscriptions.open(lease.id(), 0, event -> {
            throw new IllegalStateException("the client is gone");
        });
        assertNobodyIsLeft();
    }

    @Test
    void whoFollowsADeletedJobHearsOfItsEnd() throws Exception {
        subscriptions.open(lease.id(), 0, heard::add);
        hear(2);
        queue.ending.delete(lease.id());
        JobEvent end = heard.poll(10, TimeUnit.SECONDS);
        assertThat(end).isNotNull();
        assertThat(end.last()).isTrue();
        assertThat(end.id()).isEqualTo(3);
        assertNobodyIsLeft();
    }

    @Test
    void whoWaitsForTheEndIsNoWatcherAndIsSentAwayWhenTheProcessStops() throws Exception {
        CountDownLatch finished = new CountDownLatch(1);
        subscriptions.onFinish(lease.id(), finished::countDown);
        assertThat(subscriptions.watched(lease.id())).isFalse();
        assertThat(finished.await(50, TimeUnit.MILLISECONDS)).isFalse();
        subscriptions.stop();
        assertThat(finished.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whenTheProcessStopsEveryFollowerIsToldWhereToGoOn() throws Exception {
        subscriptions.open(lease.id(), 0, heard::add);
        hear(2);
        progress(1);
        subscriptions.stop();
        assertThat(hear(1)).containsExactly(3L);
        JobEvent closing = heard.poll(10, TimeUnit.SECONDS);
        assertThat(closing).isNotNull();
        assertThat(closing.type()).isEqualTo("closing");
        assertThat(closing.id()).isEqualTo(3);
        assertThat(closing.last()).isTrue();
        assertNobodyIsLeft();
    }

    private void progress(int step) {
        queue.transitions.progress(lease, new Job.Progress(step, 30, null), "progress", Map.of("step", step));
    }

    private void finish() {
        queue.transitions.finish(lease, Outcome.failed("broken", "It broke."));
    }

    private List<Long> hear(int events) throws InterruptedException {
        List<Long> ids = new ArrayList<>();
        for (int event = 0; event < events; event++) {
            JobEvent next = heard.poll(10, TimeUnit.SECONDS);
            assertThat(next).isNotNull();
            ids.add(next.id());
        }
        return ids;
    }

    private void assertNobodyIsLeft() throws InterruptedException {
        for (int wait = 0; wait < 500 && somebodyIsLeft(); wait++) {
            Thread.sleep(10);
        }
        assertThat(subscriptions.size()).isZero();
        assertThat(subscriptions.watched(lease.id())).isFalse();
        assertThat(((InProcessEventBus) queue.tables.bus()).size()).isZero();
    }

    private boolean somebodyIsLeft() {
        return subscriptions.size() > 0
                || subscriptions.watched(lease.id())
                || ((InProcessEventBus) queue.tables.bus()).size() > 0;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
