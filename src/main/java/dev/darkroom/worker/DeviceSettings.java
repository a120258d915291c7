package dev.darkroom.worker;

import dev.darkroom.torch.Precision;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which devices compute, and how precisely.
 *
 * @param devices {@code auto} (every GPU, else the CPU), {@code cpu}, or a list such as {@code cuda:0,cuda:1}
 * @param precision {@code auto}, {@code fp32}, {@code bf16}, or {@code fp16} on GPUs; {@code auto} takes bf16 on a CPU
 *     where it is measured to be faster, and fp16 on a GPU
 */
@Validated
@ConfigurationProperties("darkroom")
public record DeviceSettings(
        @DefaultValue("auto") String devices,
        @DefaultValue("auto") Precision precision) {}
