package dev.darkroom.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * Tells whether a file is still what it was.
 *
 * @param bytes length of the file, -1 if there is none
 * @param changed when it was last written
 */
record FileStamp(long bytes, FileTime changed) {

    private static final FileStamp ABSENT = new FileStamp(-1, FileTime.fromMillis(0));

    /** The file as it is now. */
    static FileStamp of(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileStamp(attributes.size(), attributes.lastModifiedTime());
        } catch (NoSuchFileException absent) {
            return ABSENT;
        } catch (IOException e) {
            throw new ModelFormatException(file + " cannot be read: " + e, e);
        }
    }
}
