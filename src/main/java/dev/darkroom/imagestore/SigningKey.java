package dev.darkroom.imagestore;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.UUID;

/** The secret of signed URLs: 32 random bytes in a file that only its owner can read, made once. */
final class SigningKey {

    private static final int LENGTH = 32;

    private SigningKey() {}

    /**
     * Reads the key, or makes it where there is none; of several processes that do so at once one key wins.
     *
     * @throws StorageException if it can be neither read nor made, or is not a key
     */
    static byte[] in(Path folder) {
        Path file = folder.resolve("url-signing.key");
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            byte[] key = Files.readAllBytes(file);
            if (key.length != LENGTH) {
                throw new IOException("it has " + key.length + " bytes instead of " + LENGTH
                        + "; delete it to have a new one made, which ends the signed URLs given out");
            }
            return key;
        } catch (IOException e) {
            throw new StorageException("The key of signed URLs " + file + " is unusable: " + e.getMessage(), e);
        }
    }

    private static void create(Path file) throws IOException {
        byte[] key = new byte[LENGTH];
        new SecureRandom().nextBytes(key);
        Path own = file.resolveSibling(DurableFile.UNFINISHED + UUID.randomUUID());
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        own, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(own);
            }
            DurableFile.writeInto(own, key);
            Files.createLink(file, own);
        } catch (FileAlreadyExistsException another) {
            return; // another process was first; its key is the key
        } finally {
            Files.deleteIfExists(own);
        }
    }
}
