package dev.darkroom.imagestore;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a start that fails for want of storage into a message instead of a stack trace. */
final class StorageFailureAnalyzer extends AbstractFailureAnalyzer<StorageException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, StorageException cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
