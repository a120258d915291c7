package dev.darkroom.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * A directory made like the embedded model, to be damaged by a test. Weights are the same file under another name, so
 * they must be replaced, never written to.
 *
 * @param path the diffusers directory
 */
record ModelCopy(Path path) {

    static ModelCopy of(Path model, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(model)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(model.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                if (file.toString().endsWith(".safetensors")) {
                    Files.createLink(copy, file);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        return new ModelCopy(to);
    }

    ModelCopy write(String file, String content) throws IOException {
        Files.writeString(path.resolve(file), content, StandardOpenOption.CREATE_NEW);
        return this;
    }

    ModelCopy replace(String file, String old, String other) throws IOException {
        String content = Files.readString(path.resolve(file));
        if (!content.contains(old)) {
            throw new IllegalArgumentException(file + " does not contain " + old);
        }
        Files.writeString(path.resolve(file), content.replace(old, other));
        return this;
    }

    ModelCopy delete(String file) throws IOException {
        Files.delete(path.resolve(file));
        return this;
    }

    ModelCopy move(String file, String to) throws IOException {
        Files.move(path.resolve(file), path.resolve(to));
        return this;
    }
}
