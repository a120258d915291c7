package dev.darkroom.job;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds of the queue and of what it keeps.
 *
 * @param queuedJobs waiting jobs at which new ones are refused with 503
 * @param queuedPixelSteps waiting work, pixels x steps x pictures over all jobs, at which new ones are refused with 503
 * @param storedJobs finished jobs that are kept; the oldest go first
 * @param storedBytes bytes of finished jobs' pictures that are kept; the oldest go first
 */
@Validated
@ConfigurationProperties("darkroom.limits")
record QueueLimits(
        @DefaultValue("10000") @Min(1) int queuedJobs,
        @DefaultValue("10000000000") @Min(1) long queuedPixelSteps,
        @DefaultValue("100000") @Min(1) int storedJobs,
        @DefaultValue("20GB") DataSize storedBytes) {}
