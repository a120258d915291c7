package dev.darkroom.imagestore;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Pictures that clients sent, kept by content: the same bytes have the same reference {@code sha256:<64 hex digits>}.
 * Each use renews a picture; {@link #deleteUnusedSince} removes the others. Thread-safe.
 */
public final class InputPictures {

    private static final String FOLDER = "inputs";
    private static final String SCHEME = "sha256:";
    private static final Pattern REFERENCE = Pattern.compile(SCHEME + "[0-9a-f]{64}");
    /** A use is noted, by writing the file anew, only when the last note is older than this. */
    private static final Duration RENEWAL = Duration.ofHours(12);

    private final ImageStore store;
    private final Clock clock;

    /** Inputs below the folder {@code inputs} of {@code store}. */
    public InputPictures(ImageStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** True if the text has the form of a reference. */
    public static boolean isReference(String text) {
        return REFERENCE.matcher(text).matches();
    }

    /**
     * Keeps a picture.
     *
     * @return its reference
     * @throws StorageException when the store takes no more
     */
    public String put(byte[] bytes) {
        String reference = SCHEME + sha256(bytes);
        Optional<ImageStore.Entry> known = store.find(key(reference));
        if (known.isEmpty() || known.get().length() != bytes.length || needsRenewal(known.get())) {
            store.put(key(reference), bytes);
        }
        return reference;
    }

    /**
     * The bytes of a reference, checked against it; empty if it is unknown or was removed.
     *
     * @throws IllegalArgumentException if the text is not a reference
     * @throws StorageException when it cannot be read, or what lies there is not what was put
     */
    public Optional<byte[]> get(String reference) {
        Optional<StoredFile> found = store.open(key(reference));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = read(reference, found.get());
        store.find(key(reference)).filter(this::needsRenewal).ifPresent(old -> store.put(old.key(), bytes));
        return Optional.of(bytes);
    }

    /** True if the picture is there; counts as a use. */
    public boolean exists(String reference) {
        Optional<ImageStore.Entry> entry = store.find(key(reference));
        return entry.isPresent()
                && (!needsRenewal(entry.get()) || get(reference).isPresent());
    }

    /**
     * Removes pictures that nobody used since then.
     *
     * @param then an instant at least a day ago, because a use is noted twice a day at most
     * @param needed references that stay all the same
     * @return how many were removed
     */
    public int deleteUnusedSince(Instant then, Predicate<String> needed) {
        int deleted = 0;
        try (Stream<ImageStore.Entry> entries = store.list(FOLDER)) {
            for (ImageStore.Entry entry : (Iterable<ImageStore.Entry>) entries::iterator) {
                String reference = SCHEME + entry.key().substring(entry.key().lastIndexOf('/') + 1);
                if (entry.modified().isBefore(then) && !needed.test(reference) && store.delete(entry.key())) {
                    deleted++;
                }
            }
        }
        return deleted;
    }

    private boolean needsRenewal(ImageStore.Entry entry) {
        return entry.modified().isBefore(clock.instant().minus(RENEWAL));
    }

    private static byte[] read(String reference, StoredFile file) {
        try (file) {
            byte[] bytes = file.readAll();
            if (!reference.equals(SCHEME + sha256(bytes))) {
                throw new IOException("its content is damaged; send the picture again");
            }
            return bytes;
        } catch (IOException e) {
            throw new StorageException("The input picture " + reference + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String key(String reference) {
        if (!isReference(reference)) {
            throw new IllegalArgumentException("an input picture is named sha256:<64 hex digits>");
        }
        String hex = reference.substring(SCHEME.length());
        return FOLDER + "/" + hex.substring(0, 2) + "/" + hex;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
