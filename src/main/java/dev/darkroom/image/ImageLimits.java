package dev.darkroom.image;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds of a picture that a client sends.
 *
 * @param maxImageBytes largest file
 * @param maxImagePixels most pixels, width times height; read from the file's header before anything is decoded
 */
@Validated
@ConfigurationProperties("darkroom.limits")
public record ImageLimits(
        @DefaultValue("20MB") @NotNull DataSize maxImageBytes,
        @DefaultValue("25000000") @Min(1) long maxImagePixels) {

    /** The default values. */
    public static ImageLimits defaults() {
        return new ImageLimits(DataSize.ofMegabytes(20), 25_000_000);
    }
}
