package dev.darkroom.imagestore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Pictures as files below one folder; the key is the relative path. */
public final class LocalImageStore implements ImageStore {

    private final Path root;

    /** @param root an existing folder that nothing else writes into */
    public LocalImageStore(Path root) {
        this.root = root;
    }

    @Override
    public void put(String key, byte[] bytes) {
        Path target = path(key);
        try {
            DurableFile.write(target, bytes);
        } catch (NoSuchFileException raced) {
            putAgain(target, bytes); // the sweep took the empty folder between its making and the write
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    private void putAgain(Path target, byte[] bytes) {
        try {
            DurableFile.write(target, bytes);
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    @Override
    public Optional<StoredFile> open(String key) {
        Path path = path(key);
        try {
            if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
            return Optional.of(new StoredFile(channel.size(), Channels.newInputStream(channel)));
        } catch (NoSuchFileException deleted) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StorageException("The picture " + path + " cannot be read (" + e + "). Check disk and owner.", e);
        }
    }

    @Override
    public Optional<Entry> find(String key) {
        return entry(path(key));
    }

    @Override
    public boolean delete(String key) {
        Path path = path(key);
        try {
            boolean deleted = Files.deleteIfExists(path);
            deleteEmptyFolders(DurableFile.folderOf(path));
            return deleted;
        } catch (IOException e) {
            throw new StorageException("The picture " + path + " cannot be deleted (" + e + "). Check its owner.", e);
        }
    }

    @Override
    public Stream<Entry> list(String folder) {
        Path start = path(folder);
        if (!Files.isDirectory(start, LinkOption.NOFOLLOW_LINKS)) {
            return Stream.empty();
        }
        try {
            return Files.walk(start).flatMap(path -> entry(path).stream());
        } catch (IOException e) {
            throw new StorageException("The folder " + start + " cannot be read (" + e + "). Check its owner.", e);
        }
    }

    @Override
    public int deleteUnfinished(Instant then) {
        int deleted = 0;
        try (Stream<Path> files = Files.walk(root)) {
            for (Path path : (Iterable<Path>) files::iterator) {
                if (path.getFileName().toString().startsWith(DurableFile.UNFINISHED)
                        && Files.getLastModifiedTime(path).toInstant().isBefore(then)
                        && Files.deleteIfExists(path)) {
                    deleted++;
                }
            }
        } catch (NoSuchFileException finished) {
            return deleted; // a put went on meanwhile; the next sweep sees the rest
        } catch (IOException | UncheckedIOException e) {
            throw new StorageException("The folder " + root + " cannot be swept (" + e + "). Check its owner.", e);
        }
        return deleted;
    }

    private Optional<Entry> entry(Path path) {
        String name = path.getFileName().toString();
        try {
            if (name.startsWith(".") || !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            String key = root.relativize(path).toString().replace('\\', '/');
            return Optional.of(new Entry(
                    key, Files.size(path), Files.getLastModifiedTime(path).toInstant()));
        } catch (NoSuchFileException deleted) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StorageException("The picture " + path + " cannot be read (" + e + "). Check disk and owner.", e);
        }
    }

    private void deleteEmptyFolders(Path folder) throws IOException {
        for (Path empty = folder; !empty.equals(root); empty = DurableFile.folderOf(empty)) {
            try {
                Files.deleteIfExists(empty);
            } catch (DirectoryNotEmptyException inUse) {
                return;
            }
        }
    }

    private Path path(String key) {
        return root.resolve(StoreKey.checked(key));
    }

    private static StorageException unwritable(Path target, IOException e) {
        return new StorageException(
                "The picture " + target + " cannot be written (" + e
                        + "). Free space on that disk or check that it is not read-only.",
                e);
    }
}
