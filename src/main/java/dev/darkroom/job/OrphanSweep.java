package dev.darkroom.job;

import dev.darkroom.imagestore.ImageStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes pictures that a crash left without a job that shows them. Thread-safe. */
final class OrphanSweep {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanSweep.class);

    /** Younger files may belong to an attempt that is about to be written down. */
    private static final Duration YOUNG = Duration.ofHours(1);

    private final ImageStore store;
    private final JobRows rows;
    private final Clock clock;

    OrphanSweep(ImageStore store, JobRows rows, Clock clock) {
        this.store = store;
        this.rows = rows;
        this.clock = clock;
    }

    /** Removes them; says how many. */
    int sweep() {
        Instant young = clock.instant().minus(YOUNG);
        Map<UUID, Predicate<String>> shown = new HashMap<>();
        int removed = store.deleteUnfinished(young);
        try (Stream<ImageStore.Entry> entries = store.list(ResultPictures.FOLDER)) {
            for (ImageStore.Entry entry : (Iterable<ImageStore.Entry>) entries::iterator) {
                UUID job = ResultPictures.jobOf(entry.key());
                if (entry.modified().isBefore(young)
                        && !shown.computeIfAbsent(job, this::shownBy).test(entry.key())
                        && store.delete(entry.key())) {
                    removed++;
                }
            }
        }
        if (removed > 0) {
            LOG.info("Removed {} files that a crash had left behind", removed);
        }
        return removed;
    }

    /** Which keys a job shows, or may yet show. */
    private Predicate<String> shownBy(UUID id) {
        Optional<Job> job = rows.find(id).map(StoredJob::job);
        if (job.isEmpty()) {
            return key -> false;
        }
        if (!job.get().state().terminal()) {
            return key -> true;
        }
        Set<String> keys = job.get().result().keys().collect(Collectors.toSet());
        return keys::contains;
    }
}
