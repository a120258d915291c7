package dev.darkroom.imagestore;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Writes a file so that after a crash it is there whole or not at all: temporary file, fsync, rename, fsync of the folder. */
final class DurableFile {

    /** How an unfinished file's name begins; a dot, so that no key can name one. */
    static final String UNFINISHED = ".unfinished-";

    private DurableFile() {}

    static void write(Path target, byte[] bytes) throws IOException {
        Path folder = folderOf(target);
        List<CompletableFuture<Optional<IOException>>> changed = makeFolders(folder).stream()
                .map(parent -> CompletableFuture.supplyAsync(() -> failedSync(parent)))
                .toList();
        Path unfinished = folder.resolve(UNFINISHED + UUID.randomUUID());
        try {
            writeInto(unfinished, bytes); // while the new folders become durable: a journal takes all at once
            for (CompletableFuture<Optional<IOException>> failure : changed) {
                if (failure.join().isPresent()) {
                    throw failure.join().get();
                }
            }
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
        sync(folder);
    }

    /** Fills a new or empty file; its bytes are durable afterwards, its name is not yet. */
    static void writeInto(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** Makes missing folders; says which folders hold a new one, and so have to be made durable. */
    private static List<Path> makeFolders(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return List.of();
        }
        Path parent = folderOf(folder);
        List<Path> changed = new ArrayList<>(makeFolders(parent));
        Files.createDirectories(folder);
        changed.add(parent);
        return changed;
    }

    /** The folder of a path below some root. */
    static Path folderOf(Path path) {
        return Objects.requireNonNull(path.getParent(), "a file below a root has a folder");
    }

    private static Optional<IOException> failedSync(Path folder) {
        try {
            sync(folder);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e);
        }
    }

    private static void sync(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return; // Windows neither allows nor needs an fsync of a folder
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
