package dev.darkroom.worker;

import dev.darkroom.torch.Batching;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How lanes use their devices.
 *
 * @param modelMemory memory for loaded models on each device, for example {@code 12GB}; by default half of the machine's
 *     memory for the CPU and 90 % of a GPU's. The least recently used model goes first
 * @param batchMemory memory for one network call of many rows; bounds how many jobs share a call
 * @param maxBatchRows most rows of one network call; a guided picture has two
 * @param batchWindow how long a call may wait for jobs that are about to return; never more than a tenth of a call
 * @param batching {@code invariant}: a job's bytes do not depend on what runs beside it. {@code throughput}: faster with
 *     many jobs, the last bits may change with the batch
 */
@Validated
@ConfigurationProperties("darkroom.worker")
public record WorkerSettings(
        @Nullable DataSize modelMemory,
        @DefaultValue("4GB") DataSize batchMemory,
        @DefaultValue("16") @Min(1) @Max(1024) int maxBatchRows,
        @DefaultValue("5ms") Duration batchWindow,
        @DefaultValue("invariant") Batching batching) {

    /** All defaults. */
    public static WorkerSettings defaults() {
        return new WorkerSettings(null, DataSize.ofGigabytes(4), 16, Duration.ofMillis(5), Batching.INVARIANT);
    }
}
