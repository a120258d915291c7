package dev.darkroom.api.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How calls are answered.
 *
 * @param defaultWait how long POST /images waits for its job where no header Prefer: wait=SECONDS says otherwise
 * @param longestWait longest wait that a header Prefer can ask for
 * @param eventStreams most event streams open at once
 * @param heartbeat time between the comments that keep an event stream open and find out dead clients
 * @param urlValidity how long the signed address of a picture is good for
 * @param pageSize largest page of the job list
 * @param allowedOrigins web origins, such as https://studio.example.org, whose pages may call the API; none by default
 */
@Validated
@ConfigurationProperties("darkroom.api")
public record ApiSettings(
        @DefaultValue("2m") @NotNull Duration defaultWait,
        @DefaultValue("10m") @NotNull Duration longestWait,
        @DefaultValue("200") @Min(1) @Max(10_000) int eventStreams,
        @DefaultValue("15s") @NotNull Duration heartbeat,
        @DefaultValue("1h") @NotNull Duration urlValidity,
        @DefaultValue("100") @Min(1) @Max(1_000) int pageSize,
        @DefaultValue List<String> allowedOrigins) {

    public ApiSettings {
        allowedOrigins = List.copyOf(allowedOrigins);
    }
}
