package dev.darkroom.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.util.FileSystemUtils;

/** Whatever workers, living or taken for dead, and clients do in whatever order, a job's row obeys its rules. */
class JobStateMachineTest {

    private static Path folder;
    private static QueueFixture queue;

    /** What can be done to a job, under a lease that may be old, current or new. */
    private enum Action {
        BEGIN,
        PROGRESS,
        SUCCEED,
        FAIL,
        DRAIN,
        CRASH,
        CANCEL,
        CANCEL_QUEUED,
        DELETE_RUNNING
    }

    private record Move(Action action, long token) {}

    @BeforeContainer
    static void open() throws IOException {
        folder = Files.createTempDirectory("queue");
        queue = new QueueFixture(folder);
    }

    @AfterContainer
    static void close() throws IOException {
        queue.close();
        FileSystemUtils.deleteRecursively(folder);
    }

    @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
    void terminalStatesStayAndOnlyTheLatestLeaseWrites(@ForAll("moves") List<Move> moves) {
        Lease job = new Lease(queue.submit(1, 10), 0);
        StoredJob before = queue.stored(job.id());
        for (Move move : moves) {
            boolean changed = apply(
                    move.action(),
                    new Lease(job.id(), move.token()),
                    before.job().attempts());
            StoredJob after = queue.stored(job.id());
            assertAllowed(move, before, after, changed);
            before = after;
        }
        assertEventsTellTheWholeStory(job, before);
        queue.ending.delete(job.id());
    }

    private static boolean apply(Action action, Lease lease, int attempts) {
        JobTransitions transitions = queue.transitions;
        Job.Result result = new Job.Result(List.of(), Map.of(), List.of(), Map.of());
        return switch (action) {
            case BEGIN -> transitions.begin(lease, attempts + 1);
            case PROGRESS -> transitions.progress(lease, new Job.Progress(1, 10, null), "progress", Map.of());
            case SUCCEED -> transitions.finish(lease, Outcome.succeeded(result, 0));
            case FAIL -> transitions.finish(lease, Outcome.failed("broken", "It broke."));
            case DRAIN -> transitions.requeue(lease, requeue(Requeue.Reason.DRAIN));
            case CRASH -> transitions.requeue(lease, requeue(Requeue.Reason.CRASH));
            case CANCEL -> {
                transitions.requestCancel(lease.id());
                yield true;
            }
            case CANCEL_QUEUED -> transitions.endQueued(lease.id(), Outcome.cancelled());
            case DELETE_RUNNING -> transitions.endUnfinished(lease.id(), Outcome.cancelled());
        };
    }

    private static Requeue requeue(Requeue.Reason reason) {
        return new Requeue(reason, queue.clock.instant(), "again");
    }

    private static void assertAllowed(Move move, StoredJob before, StoredJob after, boolean changed) {
        JobState from = before.job().state();
        JobState to = after.job().state();
        if (from.terminal()) {
            assertThat(after).isEqualTo(before);
        }
        if (!changed) {
            assertThat(after).isEqualTo(before);
        }
        assertThat(after.token()).isGreaterThanOrEqualTo(before.token());
        boolean ofWorker = switch (move.action()) {
            case PROGRESS, SUCCEED, FAIL, DRAIN, CRASH -> true;
            case BEGIN, CANCEL, CANCEL_QUEUED, DELETE_RUNNING -> false;
        };
        if (ofWorker && changed) {
            assertThat(move.token()).isEqualTo(before.token());
            assertThat(from).isEqualTo(JobState.RUNNING);
        }
        if (from == JobState.QUEUED) {
            assertThat(to).isIn(JobState.QUEUED, JobState.RUNNING, JobState.CANCELLED);
        }
        if (move.action() == Action.BEGIN && changed) {
            assertThat(move.token()).isGreaterThan(before.token());
            assertThat(before.cancelRequested()).isFalse();
            assertThat(after.job().attempts()).isEqualTo(before.job().attempts() + 1);
        }
        assertThat(after.job().times().finished() != null).isEqualTo(to.terminal());
        assertThat(after.crashes()).isEqualTo(before.crashes() + (move.action() == Action.CRASH && changed ? 1 : 0));
    }

    private static void assertEventsTellTheWholeStory(Lease job, StoredJob end) {
        List<JobEvent> events = new ArrayList<>(queue.tables.events().after(job.id(), 0));
        for (int index = 0; index < events.size(); index++) {
            assertThat(events.get(index).id()).isEqualTo(index + 1);
            assertThat(events.get(index).last()).isEqualTo(end.job().state().terminal() && index == events.size() - 1);
        }
        assertThat(events.stream().filter(event -> event.type().equals("started")))
                .hasSize(end.job().attempts());
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        Arbitrary<Action> actions = Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.just(Action.BEGIN)),
                Tuple.of(10, Arbitraries.of(Action.PROGRESS, Action.DRAIN, Action.CRASH)),
                Tuple.of(3, Arbitraries.of(Action.class)));
        return Combinators.combine(actions, Arbitraries.longs().between(1, 4))
                .as(Move::new)
                .list()
                .ofMinSize(3)
                .ofMaxSize(15);
    }
}
