package dev.darkroom.job;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The queue on its database. */
final class DurableJobs implements Jobs {

    /** How often a waiting caller looks at the row even without news, for changes by other processes. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final int LARGEST_PAGE = 1000;

    private final JobIntake intake;
    private final JobRows rows;
    private final JobEnding ending;
    private final JobView view;
    private final EventBus bus;
    private final Subscriptions subscriptions;

    DurableJobs(
            JobIntake intake, JobRows rows, JobEnding ending, JobView view, EventBus bus, Subscriptions subscriptions) {
        this.intake = intake;
        this.rows = rows;
        this.ending = ending;
        this.view = view;
        this.bus = bus;
        this.subscriptions = subscriptions;
    }

    @Override
    public Job submit(Submission submission) {
        UUID id = intake.accept(submission);
        return find(id).orElseThrow(
                        () -> new IllegalStateException("job " + id + " was deleted while it was accepted"));
    }

    @Override
    public Optional<Job> find(UUID id) {
        return rows.find(id).map(view::of);
    }

    @Override
    public JobPage list(@Nullable JobState state, int limit, @Nullable String cursor) {
        int size = Math.max(1, Math.min(limit, LARGEST_PAGE));
        List<StoredJob> found = rows.page(state, size, cursor);
        List<Job> jobs = found.stream().limit(size).map(view::of).toList();
        String next = found.size() > size ? jobs.get(size - 1).id().toString() : null;
        return new JobPage(jobs, next);
    }

    @Override
    public Optional<Job> cancel(UUID id) {
        ending.cancel(id);
        return find(id);
    }

    @Override
    public boolean delete(UUID id) {
        return ending.delete(id);
    }

    @Override
    public Optional<Job> await(UUID id, Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        Semaphore news = new Semaphore(0);
        EventBus.Registration registration = bus.listen(id, news::release);
        try {
            while (true) {
                Optional<StoredJob> stored = rows.find(id);
                long left = end - System.nanoTime();
                if (stored.isEmpty() || left <= 0 || view.settled(stored.get())) {
                    return stored.map(view::of);
                }
                if (news.tryAcquire(Math.min(left, LOOK.toNanos()), TimeUnit.NANOSECONDS)) {
                    news.drainPermits();
                }
            }
        } finally {
            registration.close();
        }
    }

    @Override
    public AutoCloseable subscribe(UUID id, long lastEventId, Consumer<JobEvent> consumer) {
        return subscriptions.open(id, lastEventId, consumer);
    }

    @Override
    public AutoCloseable onFinish(UUID id, Runnable action) {
        return subscriptions.onFinish(id, action);
    }
}
