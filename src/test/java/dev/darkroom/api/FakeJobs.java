package dev.darkroom.api;

import dev.darkroom.generation.GenerationRequest;
import dev.darkroom.generation.ImageFormat;
import dev.darkroom.generation.Size;
import dev.darkroom.image.Picture;
import dev.darkroom.image.PictureEncoder;
import dev.darkroom.image.PngText;
import dev.darkroom.image.Tiles;
import dev.darkroom.imagestore.ImageStore;
import dev.darkroom.job.IdempotencyConflictException;
import dev.darkroom.job.Job;
import dev.darkroom.job.JobEvent;
import dev.darkroom.job.JobState;
import dev.darkroom.job.Jobs;
import dev.darkroom.job.QueueFullException;
import dev.darkroom.job.Submission;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A queue in memory. Jobs succeed at once, unless the test holds them. */
public final class FakeJobs implements Jobs {

    /** What pictures of jobs that make one again say of their making. */
    private static final String NOTES =
            "{\"version\":\"2\",\"placement\":\"fp32 on fake\",\"model_hash\":\"new\",\"request\":{\"model\":\"darkroom-mini\"}}";

    private final ImageStore store;
    private final Map<UUID, FakeJob> jobs = new LinkedHashMap<>();
    private boolean holding;
    private @Nullable Duration full;
    private int submissions;

    public FakeJobs(ImageStore store) {
        this.store = store;
    }

    /** Jobs submitted from now on stay queued until {@link #finish}. */
    public synchronized void hold() {
        holding = true;
    }

    /** The queue takes nothing more. */
    public synchronized void fill(Duration retryAfter) {
        full = retryAfter;
    }

    /** As new, and empty. */
    public synchronized void reset() {
        holding = false;
        full = null;
        submissions = 0;
        jobs.clear();
    }

    public synchronized int submissions() {
        return submissions;
    }

    /** Number of open subscriptions of a job. */
    public synchronized int subscribers(UUID id) {
        return jobs.get(id).subscribers.size();
    }

    @Override
    public synchronized Job submit(Submission submission) {
        if (full != null) {
            throw new QueueFullException("the queue is full; try again later", full);
        }
        Optional<FakeJob> earlier = jobs.values().stream()
                .filter(job -> submission.idempotencyKey() != null
                        && submission.idempotencyKey().equals(job.submission.idempotencyKey()))
                .findFirst();
        if (earlier.isPresent()) {
            if (!earlier.get().submission.bodyHash().equals(submission.bodyHash())) {
                throw new IdempotencyConflictException("this key was used with another body; use a new key");
            }
            return earlier.get().snapshot();
        }
        submissions++;
        FakeJob job = new FakeJob(UUID.randomUUID(), submission);
        jobs.put(job.id, job);
        job.event("queued", Map.of());
        if (!holding) {
            succeed(job);
        }
        return job.snapshot();
    }

    /** One finished step. */
    public synchronized void progress(UUID id, int step) {
        jobs.get(id).event("progress", Map.of("step", step, "steps", 20));
    }

    /** Lets a held job end well. */
    public synchronized void finish(UUID id) {
        succeed(jobs.get(id));
    }

    /** Lets a held job end badly. */
    public synchronized void fail(UUID id, JobState state, String problem) {
        FakeJob job = jobs.get(id);
        job.state = state;
        job.failure = new Job.Failure(problem, "the test wanted it");
        job.event(state.name().toLowerCase(Locale.ROOT), Map.of());
    }

    private void succeed(FakeJob job) {
        job.event("started", Map.of());
        job.event("progress", Map.of("step", 1, "steps", 1));
        GenerationRequest request = job.submission.request();
        IntStream.range(0, request.pictures()).forEach(index -> job.images.add(draw(job, request, index)));
        if (request.trajectory()) {
            IntStream.range(0, request.count()).forEach(index -> job.films.add(film(job, index)));
        }
        job.state = JobState.SUCCEEDED;
        job.event("succeeded", Map.of());
    }

    /** Not a picture, but bytes that depend on what a picture depends on; frames are grey, each another one. */
    private Job.StoredImage draw(FakeJob job, GenerationRequest request, int index) {
        boolean grey = job.submission.labels().containsKey("reproduces") || request.interpolation() != null;
        byte[] bytes = grey
                ? noted(request.size(), (int) request.seed() + 10 * index & 0xFF, NOTES)
                : (request.prompt() + (request.seed() + index) + request.sampling() + request.source())
                        .getBytes(StandardCharsets.UTF_8);
        String key = "results/" + job.id + "/" + index;
        store.put(key, bytes);
        return new Job.StoredImage(
                index, request.seed() + index, request.size(), request.output().format(), sha256(bytes), key);
    }

    /** A grey picture with notes, as Darkroom would write them. */
    public static byte[] noted(Size size, int grey, String notes) {
        byte[] samples = new byte[3 * Math.toIntExact(size.pixels())];
        Arrays.fill(samples, (byte) grey);
        return new PictureEncoder()
                .encode(Picture.rgb(size, samples), ImageFormat.PNG, 100, Map.of(PngText.DARKROOM, notes));
    }

    /** Three frames of 4 x 4 pixels: latents of grey 10, 20, 30, guesses of 110, 120, 130. */
    private Job.StoredFilm film(FakeJob job, int index) {
        Size size = new Size(4, 4);
        List<Picture> tiles = Stream.of(10, 110, 20, 120, 30, 130)
                .map(grey -> {
                    byte[] samples = new byte[48];
                    Arrays.fill(samples, grey.byteValue());
                    return Picture.rgb(size, samples);
                })
                .toList();
        byte[] bytes = new PictureEncoder().encode(Tiles.joined(tiles, 2), ImageFormat.PNG, 100, Map.of());
        String key = "results/" + job.id + "/film" + index;
        store.put(key, bytes);
        return new Job.StoredFilm(index, size, List.of(0, 1, 2), sha256(bytes), key);
    }

    @Override
    public synchronized Optional<Job> find(UUID id) {
        return Optional.ofNullable(jobs.get(id)).map(FakeJob::snapshot);
    }

    @Override
    public synchronized JobPage list(@Nullable JobState state, int limit, @Nullable String cursor) {
        List<Job> all = jobs.values().stream()
                .map(FakeJob::snapshot)
                .filter(job -> state == null || job.state() == state)
                .sorted(Comparator.comparing((Job job) -> job.times().created()).reversed())
                .toList();
        int from = cursor == null ? 0 : Integer.parseInt(cursor);
        int to = Math.min(all.size(), from + limit);
        return new JobPage(all.subList(from, to), to < all.size() ? Integer.toString(to) : null);
    }

    @Override
    public synchronized Optional<Job> cancel(UUID id) {
        FakeJob job = jobs.get(id);
        if (job != null && !job.state.terminal()) {
            fail(id, JobState.CANCELLED, "job-cancelled");
        }
        return find(id);
    }

    @Override
    public synchronized boolean delete(UUID id) {
        return jobs.remove(id) != null;
    }

    @Override
    public synchronized Optional<Job> await(UUID id, Duration timeout) throws InterruptedException {
        TimeUnit.MILLISECONDS.timedWait(this, timeout.toMillis());
        return find(id);
    }

    @Override
    public synchronized AutoCloseable subscribe(UUID id, long lastEventId, Consumer<JobEvent> consumer) {
        FakeJob job = jobs.get(id);
        job.events.stream().filter(event -> event.id() > lastEventId).forEach(consumer);
        job.subscribers.add(consumer);
        return () -> job.subscribers.remove(consumer);
    }

    @Override
    public AutoCloseable onFinish(UUID id, Runnable action) {
        return subscribe(id, 0, event -> {
            if (event.last()) {
                action.run();
            }
        });
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One job in memory. */
    private static final class FakeJob {

        private final UUID id;
        private final Submission submission;
        private final Instant created = Instant.now();
        private final List<JobEvent> events = new ArrayList<>();
        private final List<Consumer<JobEvent>> subscribers = new CopyOnWriteArrayList<>();
        private final List<Job.StoredImage> images = new ArrayList<>();
        private final List<Job.StoredFilm> films = new ArrayList<>();
        private JobState state = JobState.QUEUED;
        private Job.@Nullable Failure failure;

        FakeJob(UUID id, Submission submission) {
            this.id = id;
            this.submission = submission;
        }

        void event(String type, Map<String, Object> data) {
            JobEvent event = new JobEvent(events.size() + 1, type, Instant.now(), data);
            events.add(event);
            subscribers.forEach(subscriber -> subscriber.accept(event));
        }

        Job snapshot() {
            boolean finished = state.terminal();
            return new Job(
                    id,
                    state,
                    submission.request(),
                    new Job.Times(created, finished ? created : null, finished ? created : null),
                    new Job.Progress(finished ? 1 : 0, 1, null),
                    finished ? null : new Job.QueuePlace(1, Duration.ofSeconds(2)),
                    new Job.Result(
                            List.copyOf(images),
                            List.copyOf(films),
                            finished ? Map.of("total", Duration.ofMillis(7)) : Map.of(),
                            List.of(),
                            finished ? Map.of("psnr", 30.5) : Map.of()),
                    1,
                    failure,
                    submission.labels());
        }
    }
}
