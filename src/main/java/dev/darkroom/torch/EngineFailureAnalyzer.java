package dev.darkroom.torch;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at the start, without a stack trace, why there is no engine and what to do. */
final class EngineFailureAnalyzer extends AbstractFailureAnalyzer<EngineUnavailableException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, EngineUnavailableException cause) {
        String message = String.valueOf(cause.getMessage());
        int end = message.indexOf(". ") + 1;
        return new FailureAnalysis(
                message.substring(0, end), message.substring(end).strip(), cause);
    }
}
