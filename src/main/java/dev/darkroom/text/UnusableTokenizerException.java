package dev.darkroom.text;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A tokenizer folder is missing a file, or holds one that is not what it should be. The message says what to do. */
public final class UnusableTokenizerException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnusableTokenizerException(Path file, String problem, @Nullable Throwable cause) {
        super("tokenizer file " + file + " " + problem + "; fetch the model's tokenizer folder again", cause);
    }
}
