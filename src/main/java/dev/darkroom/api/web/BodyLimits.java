package dev.darkroom.api.web;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds of a request's body.
 *
 * @param body largest body; a picture sent as base64 is a third larger than its file
 * @param bodyTime longest time a body may take to arrive
 */
@Validated
@ConfigurationProperties("darkroom.limits")
public record BodyLimits(
        @DefaultValue("32MB") @NotNull DataSize body,
        @DefaultValue("30s") @NotNull Duration bodyTime) {

    public BodyLimits {
        if (body.toBytes() < 1024 || body.toBytes() > (1 << 30)) {
            throw new IllegalArgumentException("darkroom.limits.body is " + body + "; give 1KB to 1GB");
        }
    }
}
