package dev.darkroom.job;

import dev.darkroom.imagestore.ImageStore;
import dev.darkroom.pipeline.Generation;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The pictures of jobs in the image store, as {@code results/<shard>/<job>/<token>-<index>.<format>} and {@code …/<token>-film<index>.png}. The fencing token
 * in the key keeps a worker that was taken for dead from overwriting the pictures of the one after it. Thread-safe.
 */
final class ResultPictures {

    /** Where results lie. */
    static final String FOLDER = "results";

    private final ImageStore store;

    ResultPictures(ImageStore store) {
        this.store = store;
    }

    /** Stores the pictures of an attempt; nobody sees them before its job succeeds. */
    List<Job.StoredImage> put(Lease lease, Generation generation) {
        List<Job.StoredImage> stored = new ArrayList<>();
        for (Generation.Image image : generation.images()) {
            String key = folder(lease.id()) + "/" + lease.token() + "-" + image.index() + "."
                    + image.format().name().toLowerCase(Locale.ROOT);
            store.put(key, image.bytes());
            stored.add(new Job.StoredImage(
                    image.index(), image.seed(), image.size(), image.format(), sha256(image.bytes()), key));
        }
        return stored;
    }

    /** Stores the films of an attempt. */
    List<Job.StoredFilm> putFilms(Lease lease, Generation generation) {
        List<Job.StoredFilm> stored = new ArrayList<>();
        for (Generation.Film film : generation.films()) {
            String key = folder(lease.id()) + "/" + lease.token() + "-film" + film.index() + ".png";
            store.put(key, film.bytes());
            stored.add(new Job.StoredFilm(film.index(), film.size(), film.steps(), sha256(film.bytes()), key));
        }
        return stored;
    }

    /** Removes what an attempt stored. */
    void deleteOf(Lease lease) {
        delete(lease.id(), token -> token.equals(Long.toString(lease.token())));
    }

    /** Removes what other attempts stored. */
    void deleteOthers(Lease lease) {
        delete(lease.id(), token -> !token.equals(Long.toString(lease.token())));
    }

    /** Removes all pictures of a job. */
    void deleteAll(UUID id) {
        delete(id, token -> true);
    }

    private void delete(UUID id, Predicate<String> ofToken) {
        String folder = folder(id);
        List<String> keys;
        try (Stream<ImageStore.Entry> entries = store.list(folder)) {
            keys = entries.map(ImageStore.Entry::key)
                    .filter(key -> ofToken.test(key.substring(folder.length() + 1, key.lastIndexOf('-'))))
                    .toList();
        }
        keys.forEach(store::delete);
    }

    /** The job that a key belongs to. */
    static UUID jobOf(String key) {
        String folder = key.substring(0, key.lastIndexOf('/'));
        return UUID.fromString(folder.substring(folder.lastIndexOf('/') + 1));
    }

    /** The last digits of a UUIDv7 are random, the first ones are the time. */
    private static String folder(UUID id) {
        String text = id.toString();
        return FOLDER + "/" + text.substring(text.length() - 2) + "/" + text;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
