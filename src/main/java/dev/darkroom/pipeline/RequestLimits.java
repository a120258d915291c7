package dev.darkroom.pipeline;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds of one request.
 *
 * @param steps most denoising steps of a picture
 * @param count most pictures of a request
 * @param frames most pictures of an interpolation
 * @param promptCharacters most characters (code points) of a prompt, and of a negative prompt
 * @param smallestSide smallest width and height of a picture in pixels
 * @param largestSide largest width and height of a picture in pixels
 * @param pixels most pixels of a picture
 */
@Validated
@ConfigurationProperties("darkroom.limits")
public record RequestLimits(
        @DefaultValue("150") @Min(1) @Max(10_000) int steps,
        @DefaultValue("16") @Min(1) @Max(1_000) int count,
        @DefaultValue("64") @Min(2) @Max(10_000) int frames,
        @DefaultValue("10000") @Min(1) @Max(1_000_000) int promptCharacters,
        @DefaultValue("64") @Min(1) int smallestSide,
        @DefaultValue("2048") @Min(1) @Max(16_384) int largestSide,
        @DefaultValue("4194304") @Min(1) long pixels) {

    /** The default values. */
    public static RequestLimits defaults() {
        return new RequestLimits(150, 16, 64, 10_000, 64, 2048, 4_194_304);
    }
}
