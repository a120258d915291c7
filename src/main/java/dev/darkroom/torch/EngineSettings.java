package dev.darkroom.torch;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the native engine uses the machine.
 *
 * @param threads processor threads that networks use; 0 means one for each core
 * @param rowThreads threads that one row of a batch-invariant evaluation uses; the rows of a batch run side by side.
 *     0 means half of {@code threads}, so that the two rows of a guided step fill the machine. Another value may change
 *     the last bits of results
 * @param tuneAllocator keep freed memory of the C library for the next operation instead of returning it to the system
 *     at once (glibc only); large tensors are several times cheaper to allocate
 */
@Validated
@ConfigurationProperties("darkroom.engine")
public record EngineSettings(
        @Min(0) @Max(1024) @DefaultValue("0") int threads,
        @Min(0) @Max(1024) @DefaultValue("0") int rowThreads,
        @DefaultValue("true") boolean tuneAllocator) {

    /** All defaults. */
    public static EngineSettings defaults() {
        return new EngineSettings(0, 0, true);
    }

    int threadsOrCores() {
        return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    }

    int rowThreadsOrHalf() {
        return Math.min(threadsOrCores(), rowThreads > 0 ? rowThreads : Math.max(1, threadsOrCores() / 2));
    }
}
