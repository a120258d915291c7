package dev.darkroom.job;

import dev.darkroom.generation.GenerationRequest;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way into the queue.
 *
 * @param request what to make
 * @param idempotencyKey the client's key, null for none
 * @param bodyHash SHA-256 of what the client sent, compared where a key comes again
 * @param deadline the job EXPIRES when it has not finished by then; null for none
 * @param priority higher goes first; 0 is usual
 * @param labels the client's own key-value pairs
 */
public record Submission(
        GenerationRequest request,
        @Nullable String idempotencyKey,
        String bodyHash,
        @Nullable Instant deadline,
        int priority,
        Map<String, String> labels) {}
