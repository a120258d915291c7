package dev.darkroom.imagestore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder under which everything durable lies. Opening it proves that it can be written. Thread-safe. */
public final class DataDirectory {

    private final Path root;

    private DataDirectory(Path root) {
        this.root = root;
    }

    /**
     * Makes the folder if needed and tries a write.
     *
     * @throws StorageException if that fails; says which folder and what to do
     */
    public static DataDirectory open(Path path) {
        Path root = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(root);
            Path probe = Files.createTempFile(root, "probe", ".tmp");
            try {
                Files.write(probe, new byte[] {1});
            } finally {
                Files.delete(probe);
            }
        } catch (IOException e) {
            throw new StorageException(
                    "The data directory " + root + " cannot be written (" + e
                            + "). Give this user write access and free"
                            + " space there, or name another folder with --darkroom.data-dir=/path.",
                    e);
        }
        return new DataDirectory(root);
    }

    /** The absolute path. */
    public Path root() {
        return root;
    }

    /**
     * A folder inside, made if needed.
     *
     * @throws StorageException if it cannot be made
     */
    public Path folder(String name) {
        Path folder = root.resolve(name);
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StorageException("The folder " + folder + " cannot be made (" + e + "). Check its owner.", e);
        }
    }
}
