package dev.darkroom.job;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How the queue runs its jobs.
 *
 * @param concurrency jobs in flight at once, each on its own thread; they share the devices' batches
 * @param drain how long running jobs may go on after SIGTERM before they go back to the queue
 * @param heartbeat how often a worker says that it lives; a job whose worker was silent four times is taken over
 * @param pollInterval how often the database is asked for due jobs when nothing points to one
 * @param cancelPoll how often a running job looks for a cancellation that came through another process
 * @param checkpointInterval a running job's intermediate results are saved at most this often
 * @param checkpointSize a job with more intermediate results than this saves no more of them
 * @param retries how often a job that failed for a passing reason is tried again
 * @param retryBackoff wait before the first retry; doubles with each
 * @param crashes a job that was running at so many crashes of its worker is not tried again
 * @param progressInterval shortest time between two progress events of a job
 * @param previewInterval shortest time between two previews of a job
 */
@Validated
@ConfigurationProperties("darkroom.queue")
record QueueSettings(
        @DefaultValue("8") @Min(1) int concurrency,
        @DefaultValue("20s") Duration drain,
        @DefaultValue("2s") Duration heartbeat,
        @DefaultValue("1s") Duration pollInterval,
        @DefaultValue("1s") Duration cancelPoll,
        @DefaultValue("5s") Duration checkpointInterval,
        @DefaultValue("256MB") DataSize checkpointSize,
        @DefaultValue("3") @Min(0) int retries,
        @DefaultValue("2s") Duration retryBackoff,
        @DefaultValue("3") @Min(1) int crashes,
        @DefaultValue("500ms") Duration progressInterval,
        @DefaultValue("1s") Duration previewInterval) {}
